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

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "opaque-document"]}
}

test_everyone_but_somebody_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "public"]}
}
