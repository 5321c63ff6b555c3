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
