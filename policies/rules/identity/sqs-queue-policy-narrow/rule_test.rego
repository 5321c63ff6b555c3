package bulwark.rules_test.sqs_queue_policy_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.sqs_queue_policy_narrow as rule

test_one_action_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_all_actions_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.x", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.x", "fail", "wildcard-action"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.x", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.x", "unknown", "opaque-document"]}
}

test_all_actions_but_some_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::1:role/x"}, "NotAction": "sqs:DeleteQueue", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_sqs_queue_policy.p", "fail", "allowed-by-exception"]}
}

test_a_denial_of_all_but_some_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.p", {"policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "NotAction": "sqs:SendMessage", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_every_action_in_other_letters_fails if {
	every action in ["*", "SQS:*", "sqs:?*"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_sqs_queue_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::1:role/x"}, "Action": action, "Resource": "*"}]}})])
		fx.verdicts(findings) == {["aws_sqs_queue_policy.p", "fail", "wildcard-action"]}
	}
}
