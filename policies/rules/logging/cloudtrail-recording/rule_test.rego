package bulwark.rules_test.cloudtrail_recording

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_recording as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_logging": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_logging": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"enable_logging": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}
