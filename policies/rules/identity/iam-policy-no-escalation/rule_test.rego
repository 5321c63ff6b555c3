package bulwark.rules_test.iam_policy_no_escalation

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_no_escalation as rule

test_good_0_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::123456789012:role/app/worker"}]}})])
	fx.verdicts(findings) == set()
}

test_good_1_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary"}}}]}})])
	fx.verdicts(findings) == set()
}

test_bad_0_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
}

test_bad_1_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["iam:CreateAccessKey"], "Resource": ["arn:aws:iam::123456789012:user/*"]}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
}

test_inline_of_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "i", "policy": {"Statement": [{"Effect": "Allow", "Action": "iam:AttachRolePolicy", "Resource": "*"}]}}]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "more-rights-for-oneself"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("iam:AttachRolePolicy", "arn:aws:iam::123456789012:*") == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
	judged("iam:Attach*", "arn:aws:iam::123456789012:user*") == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
}

test_what_is_narrower_passes if {
	judged("iam:AttachRolePolicy", "arn:aws:iam::123456789012:role/app/*") == set()
}

test_what_may_be_every_user_is_unknown if {
	judged("iam:AttachUserPolicy", fx.expression) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
	judged("iam:GetUser", fx.expression) == set()
}

test_policies_for_oneself_fail if {
	judged("iam:AttachUserPolicy", "arn:aws:iam::123456789012:user/${aws:username}") == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
	judged(["iam:GetUser", "iam:Put*"], "arn:aws:iam::*:user/people/${AWS:UserName}") == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
	judged("iam:*", "arn:aws:iam::123456789012:user/${aws:username}") == {["aws_iam_role_policy.p", "fail", "more-rights-for-oneself"]}
}

test_keys_and_passwords_of_ones_own_pass if {
	judged(["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:UpdateLoginProfile"], "arn:aws:iam::123456789012:user/${aws:username}") == set()
}

test_named_policies_for_oneself_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iam:AttachUserPolicy", "Resource": "arn:aws:iam::123456789012:user/${aws:username}", "Condition": {"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::123456789012:policy/reader"}}}]}})])
	fx.verdicts(findings) == set()
}
