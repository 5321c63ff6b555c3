package bulwark.rules_test.sqs_queue_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_encrypted as rule

test_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"kms_master_key_id": fx.ref("aws_kms_key.k")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"sqs_managed_sse_enabled": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"sqs_managed_sse_enabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "expression-unresolved"]}
}

test_a_key_that_may_be_none_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.x", {"sqs_managed_sse_enabled": false, "kms_master_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_sqs_queue.x", "unknown", "expression-unresolved"]}
}
