package bulwark.rules_test.sns_topic_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sns_topic_policy_not_public as rule

test_no_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {"policy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x:y", "Resource": "*", "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::b"}}}}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {}), fx.res("aws_sns_topic_policy.p", {"arn": fx.ref("aws_sns_topic.t"), "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "x:y", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "fail", "public"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "unknown", "opaque-document"]}
}
