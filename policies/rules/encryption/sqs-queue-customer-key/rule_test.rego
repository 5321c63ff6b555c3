package bulwark.rules_test.sqs_queue_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": fx.ref("aws_kms_key.k")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_key_by_arn_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": "arn:aws:kms:eu-central-1:1:key/1"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": "alias/aws/x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "aws-managed-key"]}
}

test_aws_alias_by_reference_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": fx.ref("data.aws_kms_alias.sqs")}), fx.res("data.aws_kms_alias.sqs", {"name": "alias/aws/sqs"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "expression-unresolved"]}
}

test_unencrypted_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"sqs_managed_sse_enabled": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "not-applicable", "not-encrypted"]}
}
