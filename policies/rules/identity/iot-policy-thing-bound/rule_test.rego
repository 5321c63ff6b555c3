package bulwark.rules_test.iot_policy_thing_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_policy_thing_bound as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_own_thing_passes if {
	findings := rule.findings with input as fx.stack([policy([allow(["iot:GetThingShadow", "iot:UpdateThingShadow"], arn("thing/${iot:Connection.Thing.ThingName}"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_any_thing_fails if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:UpdateThingShadow", arn("thing/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_jobs_of_any_thing_fail if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:UpdateJobExecution", arn("thing/lock-*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
}

test_bare_reference_is_unknown if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:GetThingShadow", fx.ref("aws_iot_thing.x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "reference-unresolved"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}

test_wildcard_behind_the_name_fails if {
	every path in ["thing/${iot:Connection.Thing.ThingName}*", "thing/*"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:UpdateThingShadow", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_the_one_spelled_out_thing_passes if {
	every path in ["thing/MyThing1"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:UpdateThingShadow", [arn(path), arn("thing/MyThing1/config")])])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_several_things_fail if {
	every path in ["thing/MyThing1"] {
		findings := rule.findings with input as fx.stack([policy([allow("iotjobsdata:UpdateJobExecution", [arn(path), arn("thing/MyThing2")])])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "not-bound-to-device"]}
	}
}

test_attribute_is_unknown if {
	every path in ["thing/${iot:Connection.Thing.Attributes[twin]}"] {
		findings := rule.findings with input as fx.stack([policy([allow("iot:UpdateThingShadow", arn(path))])]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "registry-elsewhere"]}
	}
}

test_things_known_only_later_are_unknown if {
	every action in ["iot:UpdateThingShadow", "iotjobsdata:UpdateJobExecution"] {
		findings := rule.findings with input as fx.stack([policy([allow(action, fx.expression)])])
		fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "expression-unresolved"]}
	}
}
