package bulwark.rules_test.iam_policy_no_not_elements

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_no_not_elements as rule

test_good_0_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*"}]}})])
	fx.verdicts(findings) == set()
}

test_bad_0_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "allowed-by-exception"]}
}

test_bad_1_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::example/*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "allowed-by-exception"]}
}

test_inline_of_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "i", "policy": {"Statement": [{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]}}]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "allowed-by-exception"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}
