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
