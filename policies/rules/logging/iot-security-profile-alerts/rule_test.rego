package bulwark.rules_test.iot_security_profile_alerts

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_security_profile_alerts as rule

test_a_topic_passes if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"AlertTargets": {"SNS": {"AlertTargetArn": fx.ref("aws_sns_topic.t")}}, "Behaviors": [{"Name": "a"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_target_fails if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"Behaviors": [{"Name": "a"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "absent"]}
}

test_suppressed_alerts_fail if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"AlertTargets": {"SNS": {"AlertTargetArn": "t"}}, "Behaviors": [{"Name": "a", "SuppressAlerts": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "alerts-suppressed"]}
}

test_an_unresolved_switch_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", {"AlertTargets": {"SNS": {"AlertTargetArn": "t"}}, "Behaviors": [{"Name": "a", "SuppressAlerts": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::SecurityProfile", fx.opaque)]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}
