package bulwark.rules_test.kinesis_stream_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.kinesis_stream_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.s", {"encryption_type": "KMS", "kms_key_id": fx.ref("aws_kms_key.k")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.s", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_stream.s", "fail", "absent"]}
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.s", {"encryption_type": "NONE"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_stream.s", "fail", "not-allowed"]}
}

test_aws_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.s", {"encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_stream.s", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_stream.s", {"encryption_type": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_kinesis_stream.s", "unknown", "expression-unresolved"]}
}

test_video_without_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_video_stream.s", {"name": "s"})])
	fx.verdicts(findings) == {["aws_kinesis_video_stream.s", "fail", "absent"]}
}

test_video_with_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_kinesis_video_stream.s", {"kms_key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}
