package bulwark.rules_test.sqs_queue_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_policy_not_public as rule

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::b"}}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {}), fx.res("aws_sqs_queue_policy.p", {"queue_url": fx.ref("aws_sqs_queue.q"), "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "x:y", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.q", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "unknown", "opaque-document"]}
}
