package bulwark.rules_test.iot_policy_no_wildcard_action

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_no_wildcard_action as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_named_actions_pass if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/x")), {"Effect": "Deny", "Action": "iot:*", "Resource": "*"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_wildcards_fail if {
	findings := rule.findings with input as fx.stack([policy([allow(["iot:Connect", "iot:*"], arn("client/x")), allow("iot:Pub*", arn("topic/x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-action"]}
}

test_single_statement_object_fails if {
	findings := rule.findings with input as fx.stack([policy(allow("*", "*"))]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-action"]}
}

test_unresolved_action_is_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow(fx.expression, "*")])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}
