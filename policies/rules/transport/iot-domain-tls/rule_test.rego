package bulwark.rules_test.iot_domain_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_domain_tls as rule

test_tls13_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"tls_config": [{"security_policy": "IoTSecurityPolicy_TLS13_1_3_2022_10"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"name": "d"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_tls10_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"tls_config": [{"security_policy": "IoTSecurityPolicy_TLS12_1_0_2016_01"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"tls_config": [{"security_policy": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "unknown", "expression-unresolved"]}
}

test_unresolved_block_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"tls_config": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "unknown", "expression-unresolved"]}
}
