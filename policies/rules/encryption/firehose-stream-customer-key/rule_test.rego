package bulwark.rules_test.firehose_stream_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.firehose_stream_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"server_side_encryption": [{"enabled": true, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": fx.ref("aws_kms_key.k")}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "absent"]}
}

test_disabled_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"server_side_encryption": [{"enabled": false}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "disabled"]}
}

test_aws_owned_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"server_side_encryption": [{"enabled": true}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "absent"]}
}

test_aws_owned_key_named_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"server_side_encryption": [{"enabled": true, "key_type": "AWS_OWNED_CMK"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "fail", "not-allowed"]}
}

test_fed_by_kinesis_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"kinesis_source_configuration": [{"role_arn": "x"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "not-applicable", "fed-by-kinesis"]}
}

test_unresolved_key_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"server_side_encryption": [{"enabled": true, "key_type": "CUSTOMER_MANAGED_CMK", "key_arn": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "unknown", "expression-unresolved"]}
}

test_fed_by_kafka_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"kinesis_source_configuration": [], "msk_source_configuration": [{"topic_name": "x"}]})])
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "not-applicable", "fed-by-kafka"]}
}

test_an_unresolved_source_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_firehose_delivery_stream.s", {"msk_source_configuration": fx.expression})])
	fx.verdicts(findings) == {["aws_kinesis_firehose_delivery_stream.s", "unknown", "expression-unresolved"]}
}
