package bulwark.rules_test.cloudtrail_log_validation

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_log_validation as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_log_file_validation": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_log_file_validation": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_log_file_validation": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}
