package bulwark.rules_test.iot_authorizer_keys

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_authorizer_keys as rule

test_keys_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"token_signing_public_keys": {"a": "x"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unresolved_keys_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"token_signing_public_keys": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_keys_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"status": "ACTIVE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "fail", "absent"]}
}

test_inactive_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"status": "INACTIVE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "not-applicable", "inactive-or-unsigned"]}
}

test_unresolved_signing_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_authorizer.a", {"signing_disabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_authorizer.a", "unknown", "expression-unresolved"]}
}
