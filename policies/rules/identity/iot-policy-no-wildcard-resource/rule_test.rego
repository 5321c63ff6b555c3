package bulwark.rules_test.iot_policy_no_wildcard_resource

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_no_wildcard_resource as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_named_resources_pass if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", arn("client/x")), {"Effect": "Deny", "Action": "iot:*", "Resource": "*"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everything_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", "*"), allow("iot:Publish", ["arn:aws:iot:*:*:*"])])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "wildcard-resource"]}
}

test_template_with_a_kind_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", fx.template("arn:aws:iot:eu-central-1:${data.aws_caller_identity.me.account_id}:client/${iot:ClientId}", ["data.aws_caller_identity.me"]))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_bare_reference_is_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Connect", fx.ref("aws_iot_thing.x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "reference-unresolved"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_every_role_alias_fails if {
	every path in ["rolealias/*", "rolealias/camera-*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:AssumeRoleWithCertificate", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "any-role-alias"]}
	}
}

test_a_named_role_alias_passes if {
	every path in ["rolealias/camera"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:AssumeRoleWithCertificate", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}
