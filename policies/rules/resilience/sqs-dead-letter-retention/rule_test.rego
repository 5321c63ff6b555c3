package bulwark.rules_test.sqs_dead_letter_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_dead_letter_retention as rule

test_fourteen_days_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.w", {"redrive_policy": {"deadLetterTargetArn": fx.ref("aws_sqs_queue.q"), "maxReceiveCount": 5}}), fx.res("aws_sqs_queue.q", {"message_retention_seconds": 1209600})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.w", "not-applicable", "not-a-dead-letter-queue"]}
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.w", {"redrive_policy": {"deadLetterTargetArn": fx.ref("aws_sqs_queue.q"), "maxReceiveCount": 5}}), fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.w", "not-applicable", "not-a-dead-letter-queue"], ["aws_sqs_queue.q", "fail", "absent"]}
}

test_error_action_queue_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.t", {"error_action": [{"sqs": [{"queue_url": fx.ref("aws_sqs_queue.q")}]}]}), fx.res("aws_sqs_queue.q", {"message_retention_seconds": 86400})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "below-baseline"]}
}

test_opaque_redrive_policy_still_points if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.w", {"redrive_policy": {"$unknown": "opaque-document", "refs": ["aws_sqs_queue.q"]}}), fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.w", "not-applicable", "not-a-dead-letter-queue"], ["aws_sqs_queue.q", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue.w", {"redrive_policy": {"deadLetterTargetArn": fx.ref("aws_sqs_queue.q"), "maxReceiveCount": 5}}), fx.res("aws_sqs_queue.q", {"message_retention_seconds": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sqs_queue.w", "not-applicable", "not-a-dead-letter-queue"], ["aws_sqs_queue.q", "unknown", "expression-unresolved"]}
}

test_queue_for_failures_of_streams_fails if {
	mapping := fx.res("aws_lambda_event_source_mapping.m", {"destination_config": [{"on_failure": [{"destination_arn": fx.ref("aws_sqs_queue.q")}]}]})
	pipe := fx.res("aws_pipes_pipe.p", {"source_parameters": [{"kinesis_stream_parameters": [{"dead_letter_config": [{"arn": fx.ref("aws_sqs_queue.q")}]}]}]})
	every source in [mapping, pipe] {
		findings := rule.findings with input as fx.stack([source, fx.res("aws_sqs_queue.q", {})]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_sqs_queue.q", "fail", "absent"]}
	}
}
