package bulwark.rules_test.iot_authorizer_signed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_authorizer_signed as rule

test_signed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": false, "token_signing_public_keys": {"a": "x"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unresolved_keys_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"token_signing_public_keys": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "unknown", "expression-unresolved"]}
}

test_inactive_without_keys_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"status": "INACTIVE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_active_without_keys_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "fail", "absent"]}
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "unknown", "expression-unresolved"]}
}

test_a_status_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.x", {"status": fx.expression})])
	fx.verdicts(findings) == {["aws_iot_authorizer.x", "unknown", "expression-unresolved"]}
}
