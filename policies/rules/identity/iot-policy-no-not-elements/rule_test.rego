package bulwark.rules_test.iot_policy_no_not_elements

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_no_not_elements as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_naming_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/x")), {"Effect": "Deny", "NotAction": "iot:Connect", "Resource": "*"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_excluding_fails if {
	findings := rule.findings with input as fx.stack([policy([{"Effect": "Allow", "NotAction": "iot:DeleteThing", "Resource": "*"}, {"Effect": "Allow", "Action": "iot:Publish", "NotResource": "x"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-action"], ["aws_iot_policy.device", "fail", "not-resource"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}
