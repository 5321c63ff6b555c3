package bulwark.rules_test.iam_policy_wholesale_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_wholesale_narrow as rule

test_named_resource_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::firmware/signed/*"}]}})])
	fx.verdicts(findings) == set()
}

test_on_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
}

test_condition_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "123456789012"}}}]}})])
	fx.verdicts(findings) == set()
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_permission_set_inline_policy.p", {"inline_policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"]}]}})])
	fx.verdicts(findings) == {["aws_ssoadmin_permission_set_inline_policy.p", "fail", "reads-everything"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

test_pattern_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "ssm:GetParam*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
}

test_every_bucket_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
}

test_whole_service_is_judged_elsewhere if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("s3:GetObject", "arn:aws:s3:::*/*") == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
	judged("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:*") == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
	judged("ssm:GetParameter*", "arn:aws:ssm:*:*:parameter/*") == {["aws_iam_role_policy.p", "fail", "reads-everything"]}
}

test_what_is_narrower_passes if {
	judged("ssm:GetParameter*", "arn:aws:ssm:*:*:parameter/app/*") == set()
	judged(["s3:GetObject", "logs:GetLogEvents"], ["arn:aws:s3:::firmware/*", "arn:aws:logs:*:*:*"]) == set()
}
