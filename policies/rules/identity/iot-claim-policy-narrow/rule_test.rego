package bulwark.rules_test.iot_claim_policy_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_claim_policy_narrow as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_provisioning_topics_pass if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/*")), allow(["iot:Publish", "iot:Receive"], [arn("topic/$aws/certificates/create-from-csr/*"), arn("topic/$aws/provisioning-templates/lock/provision/*")])])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_telemetry_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", [arn("topic/$aws/certificates/create-from-csr/*"), arn("topic/fleet/telemetry")])])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "beyond-provisioning"]}
}

test_shadow_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/provisioning-templates/lock/provision/json")), allow("iot:GetThingShadow", arn("thing/x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "beyond-provisioning"]}
}

test_any_template_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/provisioning-templates/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-template"]}
}

test_device_policy_is_not_applicable if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "not-applicable", "not-a-claim-policy"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}
