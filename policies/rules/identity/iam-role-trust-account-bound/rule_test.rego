package bulwark.rules_test.iam_role_trust_account_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_role_trust_account_bound as rule

test_named_role_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:role/ci"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == set()
}

test_account_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "whole-account"]}
}

test_account_number_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["123456789012"]}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "whole-account"]}
}

test_external_id_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "a1b2"}}}]}})])
	fx.verdicts(findings) == set()
}

test_second_factor_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}})])
	fx.verdicts(findings) == set()
}

test_tag_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "fleet"}}}]}})])
	fx.verdicts(findings) == set()
}

test_service_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == set()
}

test_unknown_condition_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": fx.expression}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "opaque-document"]}
}

test_conditions_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

test_an_effect_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": fx.expression, "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole"}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}
