package bulwark.rules_test.iot_audit_notifies

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_audit_notifies as rule

test_a_topic_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditNotificationTargetConfigurations": {"Sns": {"Enabled": true, "TargetArn": fx.ref("aws_sns_topic.t"), "RoleArn": "r"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_nothing_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_switched_off_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditNotificationTargetConfigurations": {"Sns": {"Enabled": false, "TargetArn": "t", "RoleArn": "r"}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "disabled"]}
}

test_without_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", {"AuditNotificationTargetConfigurations": {"Sns": {"Enabled": true, "TargetArn": "t"}}})])
	fx.details(findings) == {["aws_cloudcontrolapi_resource.r", "RoleArn"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::AccountAuditConfiguration", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
