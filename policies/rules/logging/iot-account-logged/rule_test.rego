package bulwark.rules_test.iot_account_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_account_logged as rule

policy := fx.res("aws_iot_policy.device", {"name": "device"})

provider := {"address": "provider.aws", "type": "Provider/aws", "mode": "managed", "values": {}}

setting := fx.res("aws_iot_logging_options.this", {"default_log_level": "INFO"})

test_devices_beside_it_pass if {
	findings := rule.findings with input as fx.stack([provider, policy, setting])
	fx.verdicts(findings) == set()
}

test_devices_without_it_fail if {
	findings := rule.findings with input as fx.stack([provider, policy])
	fx.verdicts(findings) == {["provider.aws", "fail", "no-iot-logging"]}
}

test_it_is_said_once if {
	west := object.union(provider, {"address": `provider.aws["a"]`})
	findings := rule.findings with input as fx.stack([west, provider, policy, fx.res("aws_iot_topic_rule.t", {})])
	fx.verdicts(findings) == {
		["provider.aws", "fail", "no-iot-logging"],
		[`provider.aws["a"]`, "not-applicable", "said-of-another-provider"],
	}
}

test_no_devices_no_finding if {
	findings := rule.findings with input as fx.stack([provider, fx.res("aws_sqs_queue.q", {})])
	fx.verdicts(findings) == {["provider.aws", "not-applicable", "no-devices"]}
}

test_a_type_not_known_may_be_it if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.res("aws_cloudcontrolapi_resource.x", {"type_name": fx.expression})])
	fx.verdicts(findings) == {["provider.aws", "unknown", "expression-unresolved"]}
}

test_another_type_is_not if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.res("aws_cloudcontrolapi_resource.x", {"type_name": "broken"})])
	fx.verdicts(findings) == {["provider.aws", "fail", "no-iot-logging"]}
}

test_a_template_elsewhere_may_hold_it if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.res("aws_cloudformation_stack.s", {"template_url": "https://example.com/t.yaml"})])
	fx.verdicts(findings) == {["provider.aws", "unknown", "opaque-document"]}
}

test_a_template_that_was_read_does_not if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.res("aws_cloudformation_stack.s", {"template_body": "{}"}), fx.res("aws_cloudformation_stack_set.t", {"template_body": fx.template("{}", ["aws_x.y"])})])
	fx.verdicts(findings) == {["provider.aws", "fail", "no-iot-logging"]}
}

test_the_type_of_cloudformation_passes if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.cc("l", "AWS::IoT::Logging", {})])
	fx.verdicts(findings) == set()
}

test_a_template_read_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([provider, policy, fx.res("aws_cloudformation_stack.s", {"template_body": "Resources: {}", "$unread": ["Fn::Transform"]})])
	{f.verdict | some f in findings} == {"unknown"}
}
