package bulwark.rules_test.iot_policy_read_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_read_bound as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_own_topics_pass if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/fleet/${iot:Connection.Thing.ThingName}/*")), allow("iot:Receive", arn("topic/fleet/${iot:Connection.Thing.ThingName}/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_announcement_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/fleet/announcements"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_any_filter_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_mqtt_wildcard_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/fleet/+/commands"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_any_topic_received_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Receive", arn("topic/fleet/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_wildcard_before_name_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/+/${iot:Connection.Thing.ThingName}"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-at-device"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_wildcard_behind_the_name_fails if {
	every path in ["dt/${iot:Connection.Thing.ThingName}*", "dt/${iot:ClientId}#"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn(concat("/", ["topicfilter", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-at-device"]}
	}
}

test_attribute_before_a_wildcard_is_unknown if {
	every path in ["${iot:Connection.Thing.Attributes[site]}/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn(concat("/", ["topicfilter", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
	}
}

test_wide_receive_passes_where_subscriptions_are_own if {
	every path in ["topic/*", "topic/$aws/things/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", [arn("topicfilter/dt/${iot:ClientId}/*"), arn("topicfilter/news")]), allow("iot:Receive", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_wide_receive_fails_where_a_subscription_is_not_own if {
	every path in [arn("topicfilter/dt/+/x"), "*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", [arn("topicfilter/dt/${iot:ClientId}/*"), path]), allow("iot:Receive", arn("topic/*"))])]) with data.baseline as fx.baseline
		"iot:Receive arn:aws:iot:eu-central-1:123456789012:topic/*" in {fact.detail | some fact in findings}
	}
}

test_wide_receive_without_a_subscription_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Receive", arn("topic/*"))])])
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_receiving_by_an_attribute_passes_where_subscriptions_are_own if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/dt/${iot:ClientId}/*")), allow("iot:Receive", arn("topic/${iot:Connection.Thing.Attributes[site]}/*"))])])
	fx.verdicts(findings) == set()
}

test_topics_known_only_later_are_unknown if {
	every action in ["iot:Subscribe", "iot:Receive", "iot:GetRetainedMessage"] {
		findings := rule.findings with input as fx.stack([policy([allow(action, fx.expression)])])
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
	}
}

test_retained_messages_of_all_fail if {
	every path in ["topic/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Subscribe", arn("topicfilter/dt/${iot:ClientId}/*")), allow("iot:GetRetainedMessage", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}
