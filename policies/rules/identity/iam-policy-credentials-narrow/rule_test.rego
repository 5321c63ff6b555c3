package bulwark.rules_test.iam_policy_credentials_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_credentials_narrow as rule

test_named_resource_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "rds-db:connect", "Resource": "arn:aws:rds-db:eu-central-1:123456789012:dbuser:cluster-A/reader"}]}})])
	fx.verdicts(findings) == set()
}

test_on_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["rds-db:connect"], "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "gives-out-credentials"]}
}

test_condition_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["rds-db:connect"], "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "123456789012"}}}]}})])
	fx.verdicts(findings) == set()
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_permission_set_inline_policy.p", {"inline_policy": {"Statement": [{"Effect": "Allow", "Action": ["rds-db:connect"], "Resource": ["*"]}]}})])
	fx.verdicts(findings) == {["aws_ssoadmin_permission_set_inline_policy.p", "fail", "gives-out-credentials"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

test_registry_login_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_pattern_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "sts:Assume*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "gives-out-credentials"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("sts:AssumeRole", "arn:aws:iam::*:role/*") == {["aws_iam_role_policy.p", "fail", "gives-out-credentials"]}
	judged("rds-db:connect", "arn:aws:rds-db:eu-west-1:123456789012:dbuser:*") == {["aws_iam_role_policy.p", "fail", "gives-out-credentials"]}
}

test_what_is_narrower_passes if {
	judged("rds-db:connect", "arn:aws:rds-db:eu-west-1:123456789012:dbuser:cluster-1/*") == set()
}
