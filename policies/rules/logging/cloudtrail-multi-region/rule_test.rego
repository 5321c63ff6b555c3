package bulwark.rules_test.cloudtrail_multi_region

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudtrail_multi_region as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudtrail.t", {"is_multi_region_trail": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudtrail.t", "unknown", "expression-unresolved"]}
}
