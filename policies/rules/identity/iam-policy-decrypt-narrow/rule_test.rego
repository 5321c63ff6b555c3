package bulwark.rules_test.iam_policy_decrypt_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_decrypt_narrow as rule

test_good_0_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-central-1:123456789012:key/a1b2"}]}})])
	fx.verdicts(findings) == set()
}

test_good_1_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-central-1.amazonaws.com"}}}]}})])
	fx.verdicts(findings) == set()
}

test_bad_0_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_bad_1_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:*:123456789012:key/*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_inline_of_a_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"inline_policy": [{"name": "i", "policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}]}}]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "wildcard-resource"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("kms:Decrypt*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("kms:De*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("kms:ReEncrypt*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("kms:Decrypt", "arn:aws:kms:*:*:*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("kms:Decrypt", "arn:aws:kms:*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
	judged("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/*") == {["aws_iam_role_policy.p", "fail", "wildcard-resource"]}
}

test_what_is_narrower_passes if {
	judged("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/1") == set()
	judged("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/mrk-*") == set()
	judged("kms:Encrypt*", "*") == set()
}

test_a_pattern_on_what_is_not_known_is_unknown if {
	judged("kms:De*", fx.expression) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
}
