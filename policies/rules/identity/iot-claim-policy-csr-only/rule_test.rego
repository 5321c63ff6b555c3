package bulwark.rules_test.iot_claim_policy_csr_only

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_claim_policy_csr_only as rule

arn(path) := concat("", ["arn:aws:iot:eu-central-1:123456789012:", path])

policy(statements) := fx.res("aws_iot_policy.device", {"name": "device", "policy": {"Version": "2012-10-17", "Statement": statements}})

allow(action, resource) := {"Effect": "Allow", "Action": action, "Resource": resource}

opaque_policy := fx.res("aws_iot_policy.device", {"name": "device", "policy": fx.opaque})

test_csr_passes if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/certificates/create-from-csr/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_keys_by_aws_fail if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/certificates/create/*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "key-made-by-aws"]}
}

test_both_by_wildcard_fail if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/$aws/certificates/create*"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "fail", "key-made-by-aws"]}
}

test_device_policy_is_not_applicable if {
	findings := rule.findings with input as fx.stack([policy([allow("iot:Publish", arn("topic/x"))])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "not-applicable", "not-a-claim-policy"]}
}

test_opaque_document_is_unknown if {
	findings := rule.findings with input as fx.stack([opaque_policy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_policy.device", "unknown", "opaque-document"]}
}
