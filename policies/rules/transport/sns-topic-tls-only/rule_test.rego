package bulwark.rules_test.sns_topic_tls_only

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sns_topic_tls_only as rule

test_deny_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {}), fx.res("aws_sns_topic_policy.p", {"arn": fx.ref("aws_sns_topic.t"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_inline_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_policy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "fail", "absent"]}
}

test_no_deny_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {"policy": {"Statement": []}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "fail", "plaintext-allowed"]}
}

test_policy_of_another_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {}), fx.res("aws_sns_topic_policy.p", {"arn": fx.ref("aws_sns_topic.t2"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "fail", "absent"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_sns_topic.t", "unknown", "opaque-document"]}
}

test_a_denial_unresolved_in_part_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {}), fx.res("aws_sns_topic_policy.p", {"arn": fx.ref("aws_sns_topic.t"), "policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": fx.expression}}}]}})])
	fx.verdicts(findings) == {["aws_sns_topic.t", "unknown", "expression-unresolved"]}
}

test_a_policy_of_nobody_knows_which_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sns_topic.t", {}), fx.res("aws_sns_topic_policy.p", {"arn": fx.expression, "policy": {"Statement": []}})])
	fx.verdicts(findings) == {["aws_sns_topic.t", "unknown", "reference-unresolved"]}
}
