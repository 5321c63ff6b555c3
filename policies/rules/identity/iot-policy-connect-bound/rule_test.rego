package bulwark.rules_test.iot_policy_connect_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_connect_bound as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_thing_name_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/${iot:Connection.Thing.ThingName}"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_attached_condition_passes if {
	findings := rule.findings with input as fx.stack([policy([object.union(allow("iot:Connect", arn("client/*")), {"Condition": {"Bool": {"iot:Connection.Thing.IsAttached": ["true"]}}})])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_any_client_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-client"]}
}

test_prefix_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", [arn("client/sensor-*")])])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-client"]}
}

test_client_id_variable_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/${iot:ClientId}"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "chosen-by-client"]}
}

test_false_condition_fails if {
	findings := rule.findings with input as fx.stack([policy([object.union(allow("iot:Connect", arn("client/*")), {"Condition": {"Bool": {"iot:Connection.Thing.IsAttached": ["false"]}}})])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-client"]}
}

test_claim_policy_is_not_applicable if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/*")), allow("iot:Publish", arn("topic/$aws/certificates/create-from-csr/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "not-applicable", "claim-policy"]}
}

test_bare_reference_is_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", fx.ref("aws_iot_thing.x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "reference-unresolved"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_lengthened_name_fails if {
	every path in ["client/${iot:Certificate.Subject.CommonName}*", "client/${iot:Certificate.Subject.Organization}-*", "client/${iot:Certificate.Subject.Organization}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-client"]}
	}
}

test_several_names_fail if {
	every path in ["client/a"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", [arn(path), arn("client/b")])])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "several-clients"]}
	}
}

test_client_id_in_any_spelling_fails if {
	every path in ["client/${iot:clientid}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "chosen-by-client"]}
	}
}

test_certificate_names_pass if {
	every path in ["client/${iot:CertificateId}", "client/app-${iot:Certificate.Subject.CommonName}", "client/${iot:connection.thing.thingname}", "client/a"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_attribute_is_unknown if {
	every path in ["client/${iot:Connection.Thing.Attributes[serial]}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
	}
}

test_cutting_any_connection_fails if {
	every path in ["client/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/${iot:Connection.Thing.ThingName}")), allow("iot:DeleteConnection", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-client"]}
	}
}

test_cutting_its_own_connection_passes if {
	every path in ["client/${iot:ClientId}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/${iot:Connection.Thing.ThingName}")), allow("iot:DeleteConnection", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

under(condition) := fx.verdicts(findings) if {
	statement := object.union(allow("iot:Connect", arn("client/*")), {"Condition": condition})
	findings := rule.findings with input as fx.stack([policy([statement])])
}

test_a_condition_that_asks_nothing_fails if {
	every condition in [
		{"Bool": {"iot:Connection.Thing.IsAttached": []}},
		{"Bool": {"iot:Connection.Thing.IsAttached": "false"}},
		{"BoolIfExists": {"iot:Connection.Thing.IsAttached": "true"}},
		{"StringEquals": {"iot:Connection.Thing.ThingTypeName": fx.expression}},
	] {
		under(condition) == {["aws_iot_policy.device", "fail", "any-client"]}
	}
}

test_a_condition_known_only_later_is_unknown if {
	every condition in [fx.expression, {"Bool": fx.expression}, {"Bool": {"iot:Connection.Thing.IsAttached": fx.expression}}] {
		under(condition) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
	}
}

test_the_condition_holds_what_an_attribute_may if {
	statement := object.union(allow("iot:Connect", arn("client/${iot:Connection.Thing.Attributes[serial]}")), {"Condition": {"Bool": {"iot:Connection.Thing.IsAttached": "true"}}})
	findings := rule.findings with input as fx.stack([policy([statement])])
	fx.verdicts(findings) == set()
}

test_cutting_the_connection_of_whom_an_attribute_names_is_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:DeleteConnection", arn("client/${iot:Connection.Thing.Attributes[serial]}"))])])
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
}

test_the_one_client_is_read_in_its_own_letters if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/GW-1"))])])
	fx.verdicts(findings) == set()
}

test_clients_known_only_later_are_unknown if {
	every action in ["iot:Connect", "iot:DeleteConnection"] {
		findings := rule.findings with input as fx.stack([policy([allow(action, fx.expression)])])
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
	}
}
