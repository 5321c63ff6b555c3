package bulwark.rules_test.iam_policy_no_service_wildcard

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_no_service_wildcard as rule

test_bound_wildcard_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_read_actions_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_service_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["iot:*"], "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}
