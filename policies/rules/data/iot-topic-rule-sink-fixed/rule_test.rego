package bulwark.rules_test.iot_topic_rule_sink_fixed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_sink_fixed as rule

test_prefixed_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"s3": [{"bucket_name": "b", "key": "telemetry/${topic(3)}/${timestamp()}"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_referenced_sinks_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"firehose": [{"delivery_stream_name": fx.ref("aws_kinesis_firehose_delivery_stream.s")}], "sqs": [{"queue_url": fx.ref("aws_sqs_queue.q")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_key_of_the_device_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"s3": [{"bucket_name": "b", "key": "${topic()}"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "chosen-by-device"]}
}

test_bucket_of_the_device_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"s3": [{"bucket_name": "b-${topic(2)}", "key": "k"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "chosen-by-device"]}
}

test_topic_of_the_device_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"republish": [{"topic": "${target}"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "chosen-by-device"]}
}

test_unresolved_key_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"s3": [{"bucket_name": "b", "key": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
}

test_every_sink_of_the_device_fails if {
	every action in [
		{"dynamodbv2": [{"put_item": [{"table_name": "t-${topic(2)}"}]}]},
		{"cloudwatch_logs": [{"log_group_name": "/iot/${topic(2)}"}]},
		{"kafka": [{"topic": "${topic(2)}"}]},
		{"elasticsearch": [{"index": "${topic(2)}"}]},
		{"elasticsearch": [{"endpoint": "https://${topic(2)}.eu-central-1.es.amazonaws.com"}]},
		{"timestream": [{"database_name": "${topic(2)}", "table_name": "t"}]},
		{"timestream": [{"database_name": "d", "table_name": "${topic(2)}"}]},
		{"cloudwatch_alarm": [{"alarm_name": "${topic(2)}"}]},
		{"cloudwatch_metric": [{"metric_namespace": "${topic(2)}", "metric_name": "m"}]},
		{"error_action": [{"s3": [{"bucket_name": "b", "key": "${topic()}"}]}]},
		{"error_action": [{"republish": [{"topic": "${target}"}]}]},
		{"error_action": [{"sqs": [{"queue_url": "https://sqs/${topic(2)}"}]}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", action)])
		fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "chosen-by-device"]}
	}
}

test_a_fixed_beginning_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"kafka": [{"topic": "dt-${topic(2)}"}], "elasticsearch": [{"index": "dt-${parse_time('yyyy.MM.dd', timestamp())}"}], "error_action": [{"s3": [{"bucket_name": "b", "key": "errors/${topic()}"}]}]})])
	fx.verdicts(findings) == set()
}

test_an_expression_behind_a_fixed_beginning_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"s3": [{"bucket_name": "b", "key": fx.template("telemetry/${aws_iot_thing.t.name}/x", ["aws_iot_thing.t"])}]})])
	fx.verdicts(findings) == set()
}
