package bulwark.rules_test.iot_domain_x509

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_domain_x509 as rule

test_x509_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authentication_type": "AWS_X509"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"service_type": "DATA"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "fail", "absent"]}
}

test_custom_auth_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authentication_type": "CUSTOM_AUTH"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "fail", "not-allowed"]}
}

test_credential_provider_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"service_type": "CREDENTIAL_PROVIDER"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "not-applicable", "not-a-data-endpoint"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_domain_configuration.d", {"authentication_type": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_domain_configuration.d", "unknown", "expression-unresolved"]}
}
