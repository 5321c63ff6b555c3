package bulwark.rules_test.iam_policy_opening_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_opening_narrow as rule

test_named_resource_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::site"}]}})])
	fx.verdicts(findings) == set()
}

test_on_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketPolicy"], "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "opens-to-others"]}
}

test_condition_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketPolicy"], "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "123456789012"}}}]}})])
	fx.verdicts(findings) == set()
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_permission_set_inline_policy.p", {"inline_policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:PutBucketPolicy"], "Resource": ["*"]}]}})])
	fx.verdicts(findings) == {["aws_ssoadmin_permission_set_inline_policy.p", "fail", "opens-to-others"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

test_pattern_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "kms:Put*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "opens-to-others"]}
}

test_attaching_any_device_policy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "iot:AttachPolicy", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "opens-to-others"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("kms:PutKeyPolicy", "arn:aws:kms:eu-west-1:123456789012:key/*") == {["aws_iam_role_policy.p", "fail", "opens-to-others"]}
}

test_what_is_narrower_passes if {
	judged("iot:AttachPolicy", "arn:aws:iot:eu-west-1:123456789012:cert/*") == set()
}

test_what_opens_the_services_around_fails if {
	every action in ["ses:CreateEmailIdentityPolicy", "kafka:PutClusterPolicy", "eks:AssociateAccessPolicy", "redshift:AuthorizeDataShare", "glacier:SetVaultAccessPolicy", "acm-pca:PutPolicy"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}})])
		fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "opens-to-others"]}
	}
}
