package bulwark.rules_test.iot_ca_auto_registration

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_ca_auto_registration as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_ca_certificate.ca", {"allow_auto_registration": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_with_template_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_ca_certificate.ca", {"allow_auto_registration": true, "registration_config": [{"template_name": fx.ref("aws_iot_provisioning_template.t")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_on_without_template_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_ca_certificate.ca", {"allow_auto_registration": true})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_ca_certificate.ca", "fail", "no-registration-template"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_ca_certificate.ca", {"allow_auto_registration": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_ca_certificate.ca", "unknown", "expression-unresolved"]}
}
