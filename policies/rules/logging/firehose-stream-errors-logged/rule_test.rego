package bulwark.rules_test.firehose_stream_errors_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.firehose_stream_errors_logged as rule

test_logged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"extended_s3_configuration": [{"cloudwatch_logging_options": [{"enabled": true, "log_group_name": "x"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unlogged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"extended_s3_configuration": [{"role_arn": "x"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"extended_s3_configuration": [{"cloudwatch_logging_options": [{"enabled": false}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"extended_s3_configuration": [{"cloudwatch_logging_options": [{"enabled": fx.expression}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "unknown", "expression-unresolved"]}
}
