package bulwark.rules_test.iot_policy_retain_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_retain_narrow as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_own_topic_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", arn("topic/fleet/${iot:Connection.Thing.ThingName}/state"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_plain_publish_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_wildcard_fails if {
	findings := rule.findings with input as fx.stack([policy([allow(["iot:Publish", "iot:RetainPublish"], arn("topic/fleet/${iot:Connection.Thing.ThingName}/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-topic"]}
}

test_shared_topic_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", arn("topic/fleet/state"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_what_a_fleet_shares_fails if {
	every path in ["topic/cfg/${iot:Certificate.Subject.Organization}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_attribute_is_unknown if {
	every path in ["topic/cfg/${iot:Connection.Thing.Attributes[site]}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
	}
}

test_wildcards_fail_once if {
	every path in ["topic/cfg/*", "topic/cfg/${iot:Connection.Thing.Attributes[site]}/*", "topic/cfg/${iot:Connection.Thing.ThingName}/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", arn(path))])])
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-topic"]}
	}
}

test_topics_known_only_later_are_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:RetainPublish", fx.expression)])])
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
}
