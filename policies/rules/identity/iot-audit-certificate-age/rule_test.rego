package bulwark.rules_test.iot_audit_certificate_age

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_audit_certificate_age as rule

test_the_default_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": {"DeviceCertificateAgeCheck": {"Enabled": true}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_half_a_year_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": {"DeviceCertificateAgeCheck": {"Configuration": {"CertAgeThresholdInDays": "180"}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_ten_years_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": {"DeviceCertificateAgeCheck": {"Configuration": {"CertAgeThresholdInDays": "3652"}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "above-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": {"DeviceCertificateAgeCheck": {"Configuration": {"CertAgeThresholdInDays": fx.expression}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}
