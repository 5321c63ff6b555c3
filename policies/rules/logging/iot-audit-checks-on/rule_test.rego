package bulwark.rules_test.iot_audit_checks_on

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_audit_checks_on as rule

all_on := {"AuthenticatedCognitoRoleOverlyPermissiveCheck": {"Enabled": true}, "CaCertificateExpiringCheck": {"Enabled": true}, "CaCertificateKeyQualityCheck": {"Enabled": true}, "ConflictingClientIdsCheck": {"Enabled": true}, "DeviceCertificateAgeCheck": {"Enabled": true}, "DeviceCertificateExpiringCheck": {"Enabled": true}, "DeviceCertificateKeyQualityCheck": {"Enabled": true}, "DeviceCertificateSharedCheck": {"Enabled": true}, "IntermediateCaRevokedForActiveDeviceCertificatesCheck": {"Enabled": true}, "IoTPolicyPotentialMisConfigurationCheck": {"Enabled": true}, "IotPolicyOverlyPermissiveCheck": {"Enabled": true}, "IotRoleAliasAllowsAccessToUnusedServicesCheck": {"Enabled": true}, "IotRoleAliasOverlyPermissiveCheck": {"Enabled": true}, "LoggingDisabledCheck": {"Enabled": true}, "RevokedCaCertificateStillActiveCheck": {"Enabled": true}, "RevokedDeviceCertificateStillActiveCheck": {"Enabled": true}, "UnauthenticatedCognitoRoleOverlyPermissiveCheck": {"Enabled": true}}

test_all_seventeen_pass if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": all_on})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_one_left_out_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": object.remove(all_on, ["LoggingDisabledCheck"])})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "LoggingDisabledCheck"]}
}

test_none_at_all_fails_for_each if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {})])
	count(findings) == 17
}

test_one_switched_off_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": object.union(all_on, {"CaCertificateExpiringCheck": {"Enabled": false}})})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "disabled"]}
}

test_one_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditCheckConfigurations": object.union(all_on, {"CaCertificateExpiringCheck": {"Enabled": fx.expression}})})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
