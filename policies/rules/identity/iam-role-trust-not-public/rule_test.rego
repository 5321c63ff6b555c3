package bulwark.rules_test.iam_role_trust_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_role_trust_not_public as rule

test_service_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_organisation_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "public"]}
}

test_open_federation_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::1:oidc-provider/x"}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "federation-without-condition"]}
}

trusting(condition) := fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::1:oidc-provider/x"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": condition}]}})])

test_open_federation_names_the_provider if {
	findings := rule.findings with input as trusting({}) with data.baseline as fx.baseline
	{f.actual | some f in findings} == {"arn:aws:iam::1:oidc-provider/x"}
}

test_federation_with_a_condition_of_unknown_key_passes if {
	every condition in [{"StringEquals": {"${}": fx.expression}}, {"StringEquals": fx.expression}] {
		findings := rule.findings with input as trusting(condition) with data.baseline as fx.baseline
		fx.verdicts(findings) == set()
	}
}

test_federation_with_unknown_conditions_is_unknown if {
	findings := rule.findings with input as trusting(fx.expression) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_everyone_with_a_condition_of_unknown_key_is_unknown if {
	every key in ["${}", "aws:PrincipalTag/${aws_eks_cluster.c.id}"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": {"StringEquals": {key: "x"}}}]}})]) with data.baseline as fx.baseline
		fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
	}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "opaque-document"]}
}

test_everyone_but_somebody_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "public"]}
}

gitlab := "arn:aws:iam::123456789012:oidc-provider/gitlab.com"

federated(principal, condition) := fx.verdicts(findings) if {
	role := fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Federated": principal}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": condition}]}})
	findings := rule.findings with input as fx.stack([
		role,
		fx.res("aws_iam_openid_connect_provider.gitlab", {"url": "https://gitlab.com"}),
		fx.res("aws_iam_openid_connect_provider.terraform", {"url": "app.terraform.io/"}),
		fx.res("data.aws_iam_openid_connect_provider.gitlab", {"url": "https://gitlab.com"}),
	])
}

test_a_token_of_anybody_fails if {
	every entry in [
		[gitlab, {"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}],
		[gitlab, {"StringLike": {"gitlab.com:sub": "project_path:*"}}],
		[gitlab, {"StringLike": {"gitlab.com:sub": "project_path:acme*"}}],
		[gitlab, {"StringEqualsIfExists": {"gitlab.com:sub": "project_path:acme/fleet:ref_type:branch:ref:main"}}],
		[fx.ref("aws_iam_openid_connect_provider.gitlab"), {"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}],
		[fx.ref("data.aws_iam_openid_connect_provider.gitlab"), {"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}],
		[fx.ref("aws_iam_openid_connect_provider.terraform"), {"StringEquals": {"app.terraform.io:aud": "aws.workload.identity"}}],
		[{"$unknown": "expression", "refs": ["aws_iam_openid_connect_provider.gitlab", "aws_iam_openid_connect_provider.terraform"]}, {"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}],
		[gitlab, {"StringEquals": {"gitlab.com:sub": []}}],
		["cognito-identity.amazonaws.com", {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}],
	] {
		federated(entry[0], entry[1]) == {["aws_iam_role.r", "fail", "federation-with-anybody"]}
	}
}

test_a_token_of_somebody_passes if {
	every entry in [
		[gitlab, {"StringLike": {"gitlab.com:sub": "project_path:acme/*"}}],
		[gitlab, {"StringEquals": {"gitlab.com:sub": fx.expression}}],
		[gitlab, {"StringLike": {"gitlab.com:sub": fx.expression}}],
		[gitlab, {"StringLike": {"gitlab.com:sub": "project_path:acme"}}],
		[gitlab, {"StringEquals": {"gitlab.com:sub": "project_path:*"}}],
		[fx.ref("aws_iam_openid_connect_provider.cluster"), {"StringEquals": {"gitlab.com:aud": "https://gitlab.com"}}],
		[fx.ref("aws_iam_openid_connect_provider.gitlab"), {"StringEquals": {"gitlab.com:sub": "project_path:acme/fleet:ref_type:branch:ref:main"}}],
		["cognito-identity.amazonaws.com", {"StringEquals": {"cognito-identity.amazonaws.com:aud": "eu-west-1:1"}}],
		["arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A", {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/A:aud": "sts.amazonaws.com"}}],
	] {
		federated(entry[0], entry[1]) == set()
	}
}

test_every_issuer_that_aws_lists_as_shared_wants_its_claim if {
	every issuer in {
		"agent.buildkite.com", "app.terraform.io", "gitlab.com", "oidc-configuration.audit-log.githubusercontent.com", "oidc.codefresh.io",
		"proidc.upbound.io", "scalr.io", "studio.datachain.ai/api", "tokens.cloud.shisho.dev", "vstoken.actions.githubusercontent.com",
	} {
		asks(issuer, "aud", "sts.amazonaws.com") == {["aws_iam_role.r", "fail", "federation-with-anybody"]}
		asks(issuer, "sub", "account:acme:pipeline:fleet") == set()
	}
	every issuer in {"api.pulumi.com/oidc", "cognito-identity.amazonaws.com", "oidc.vercel.com", "sandboxes.cloud"} {
		asks(issuer, "sub", "owner:acme:project:fleet") == {["aws_iam_role.r", "fail", "federation-with-anybody"]}
		asks(issuer, "aud", "https://vercel.com/acme") == set()
	}
}

test_sentinel_wants_the_name_of_the_session if {
	sentinel := "arn:aws:iam::123456789012:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d"
	federated(sentinel, {"StringEquals": {"sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d:aud": "api://1"}}) == {["aws_iam_role.r", "fail", "federation-with-anybody"]}
	federated(sentinel, {"StringEquals": {"sts:RoleSessionName": "MicrosoftSentinel_1"}}) == set()
}

asks(issuer, claim, value) := federated(
	concat("", ["arn:aws:iam::123456789012:oidc-provider/", issuer]),
	{"StringEquals": {concat(":", [issuer, claim]): value}},
)

test_a_token_of_nobody_knows_whom_is_unknown if {
	every condition in [fx.expression, {"StringEquals": fx.expression}, {"StringEquals": {"${}": fx.expression}}] {
		federated(gitlab, condition) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
	}
}

test_a_condition_known_only_later_beside_whose_the_token_is_passes if {
	federated(gitlab, {"StringEquals": {"gitlab.com:sub": "project_path:acme/fleet:ref_type:branch:ref:main"}, "StringLike": fx.expression}) == set()
}

test_federation_with_anybody_without_condition_is_told_once if {
	federated(gitlab, {}) == {["aws_iam_role.r", "fail", "federation-without-condition"]}
}

test_an_account_under_unknown_conditions_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:role/ci"}, "Action": "sts:AssumeRole", "Condition": fx.expression}]}})])
	fx.verdicts(findings) == set()
}
