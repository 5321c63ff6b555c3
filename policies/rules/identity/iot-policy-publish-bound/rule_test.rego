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
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-at-device"]}
}

test_claim_policy_is_not_applicable if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/certificates/create-from-csr/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "not-applicable", "claim-policy"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_wildcard_behind_the_name_fails if {
	every path in ["dt/${iot:Connection.Thing.ThingName}*", "dt/${iot:Connection.Thing.ThingName}?/x", "dt/${iot:ClientId}*/x"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-at-device"]}
	}
}

test_literal_behind_the_name_passes if {
	every path in ["dt/${iot:Connection.Thing.ThingName}-data/*", "dt/${iot:Connection.Thing.ThingName}", "dt/${iot:clientid}/*", "${IOT:connection.thing.thingname}/*", "dt/${iot:Certificate.Subject.CommonName.0}/*", "dt/${iot:Certificate.SerialNumber}/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_what_a_fleet_shares_fails if {
	every path in ["${iot:Certificate.Subject.Organization}/*", "${iot:Certificate.Subject.Country}/x", "${iot:Certificate.Subject.OrganizationalUnit.1}/x", "${iot:Connection.Thing.ThingTypeName}/x", "${iot:Certificate.Issuer.CommonName}/x"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_what_may_differ_is_unknown if {
	every path in ["${iot:Connection.Thing.Attributes[site]}/*", "${iot:Certificate.Subject.GivenName}/x"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
	}
}

test_the_one_spelled_out_client_binds if {
	every path in ["dt/gw-1/*", "gw-1/x", "$aws/things/gw-1/shadow/update"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/gw-1")), allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_another_name_than_the_spelled_out_client_fails if {
	every path in ["dt/gw-10/*", "*/gw-1/x", "dt/gw-1*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/gw-1")), allow("iot:Publish", arn(concat("/", ["topic", path])))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_several_clients_bind_nothing if {
	every path in [["client/gw-1", "client/gw-2"], ["client/gw-*", "client/gw-1"], ["client/gw-1", "*"]] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", [arn(p) | some p in path]), allow("iot:Publish", arn("topic/dt/gw-1/*"))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_a_client_of_an_expression_binds if {
	connect := allow("iot:Connect", fx.template("arn:aws:iot:eu-central-1:1:client/${aws_iot_thing.gw.name}", ["aws_iot_thing.gw.name"]))
	publish := allow("iot:Publish", fx.template("arn:aws:iot:eu-central-1:1:topic/dt/${aws_iot_thing.gw.name}/*", ["aws_iot_thing.gw.name"]))
	findings := rule.findings with input as fx.stack([policy([connect, publish])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
