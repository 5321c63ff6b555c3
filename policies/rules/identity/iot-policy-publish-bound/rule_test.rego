package bulwark.rules_test.iot_policy_publish_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_publish_bound as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_own_topics_pass if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", [arn("topic/fleet/${iot:Connection.Thing.ThingName}/*"), arn("topic/$aws/things/${iot:Connection.Thing.ThingName}/jobs/*")])])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_template_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", fx.template("arn:aws:iot:${var.region}:1:topic/${iot:ClientId}/t", []))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_any_topic_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_shared_topic_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/fleet/telemetry"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_leading_wildcard_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/*/${iot:Connection.Thing.ThingName}"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-before-device"]}
}

test_claim_policy_is_not_applicable if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/certificates/create-from-csr/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "not-applicable", "claim-policy"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}
