package bulwark.rules_test.iot_domain_authorizer_fixed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_domain_authorizer_fixed as rule

test_no_authorizer_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_fixed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authorizer_config": [{"allow_authorizer_override": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_override_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authorizer_config": [{"allow_authorizer_override": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authorizer_config": [{"allow_authorizer_override": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "unknown", "expression-unresolved"]}
}
