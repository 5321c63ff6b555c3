package bulwark.rules_test.iot_role_alias_duration

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_role_alias_duration as rule

test_an_hour_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_role_alias.r", {"credential_duration": 3600})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_role_alias.r", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_twelve_hours_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_role_alias.r", {"credential_duration": 43200})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_role_alias.r", "fail", "above-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_role_alias.r", {"credential_duration": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_role_alias.r", "unknown", "expression-unresolved"]}
}
