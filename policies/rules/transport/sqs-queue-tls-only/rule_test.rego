package bulwark.rules_test.sqs_queue_tls_only

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_tls_only as rule

test_deny_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_inline_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_policy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "absent"]}
}

test_no_deny_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": {"Statement": []}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "plaintext-allowed"]}
}

test_policy_of_another_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q2"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "absent"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "opaque-document"]}
}

test_a_denial_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": fx.expression}}}]}})])
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "expression-unresolved"]}
}

test_a_policy_of_nobody_knows_which_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.expression, "policy": {"Statement": []}})])
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "reference-unresolved"]}
}
