package bulwark.rules_test.iam_role_trust_github_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_role_trust_github_bound as rule

test_one_repository_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:acme/fleet:ref:refs/heads/main"}}}]}})])
	fx.verdicts(findings) == set()
}

test_repositories_of_an_owner_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": ["repo:acme/*"]}}}]}})])
	fx.verdicts(findings) == set()
}

test_audience_only_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_any_repository_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:*"}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_owner_prefix_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme*"}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_one_of_two_open_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": ["repo:acme/fleet:*", "*"]}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_claim_of_choice_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "workflow:deploy:repo:acme/fleet"}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_provider_by_reference_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_openid_connect_provider.g", {"url": "https://token.actions.githubusercontent.com"}), fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": fx.ref("aws_iam_openid_connect_provider.g")}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "any-repository"]}
}

test_other_issuer_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/gitlab.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity"}]}})])
	fx.verdicts(findings) == set()
}

test_unknown_subject_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": fx.expression}}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "opaque-document"]}
}

test_conditions_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_a_wildcard_taken_literally_lets_nobody_in if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"}, "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}}}]}})])
	fx.verdicts(findings) == set()
}
