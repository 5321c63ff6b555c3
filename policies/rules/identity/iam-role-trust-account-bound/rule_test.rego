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

under(condition) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole", "Condition": condition}]}})])
}

test_conditions_that_hold_nobody_back_fail if {
	every condition in [
		{"Bool": {"aws:MultiFactorAuthPresent": "false"}},
		{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}},
		{"NumericLessThanIfExists": {"aws:MultiFactorAuthAge": "3600"}},
		{"StringNotEquals": {"sts:ExternalId": "a1b2"}},
		{"StringEqualsIfExists": {"sts:ExternalId": "a1b2"}},
		{"StringEquals": {"sts:ExternalId": []}},
		{"StringEquals": {"aws:username": "${aws:username}"}},
		{"Bool": {"aws:MultiFactorAuthPresent": []}},
		{"Bool": {"aws:SecureTransport": "true"}},
		{"NumericLessThan": {"s3:max-keys": "10"}},
		{"NumericGreaterThan": {"aws:MultiFactorAuthAge": "1"}},
		{"StringEquals": {"aws:RequestedRegion": "eu-central-1"}},
		{"Null": {"sts:ExternalId": "true"}},
		{"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
		{"StringLike": {"aws:PrincipalTag/team": "*"}},
		{"StringLike": {"aws:username": "?*"}},
		{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:*"}},
		{"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::123456789012:role/*", "arn:aws:iam::123456789012:user/*"]}},
	] {
		under(condition) == {["aws_iam_role.r", "fail", "whole-account"]}
	}
}

test_conditions_that_say_who_pass if {
	every condition in [
		{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "Null": {"aws:MultiFactorAuthAge": "false"}},
		{"Bool": {"aws:MultiFactorAuthPresent": fx.expression}},
		{"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}},
		{"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}},
		{"IpAddress": {"aws:SourceIp": fx.expression}},
		{"StringEquals": {"aws:SourceVpce": "vpce-1"}},
		{"StringEquals": {"sts:SourceIdentity": "ci"}},
		{"StringLike": {"aws:PrincipalTag/team": "fleet-*"}},
		{"StringLike": {"aws:userid": "AROAEXAMPLEID:*"}},
		{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/ci-*"}},
		{"StringEquals": {"sts:ExternalId": fx.ref("random_uuid.u")}},
	] {
		under(condition) == set()
	}
}
