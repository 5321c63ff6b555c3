package bulwark.rules_test.iot_authorizer_signed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_authorizer_signed as rule

test_signed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "unknown", "expression-unresolved"]}
}
