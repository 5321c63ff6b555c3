package bulwark.rules_test.iam_role_trust_source_bound

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_role_trust_source_bound as rule

test_bound_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_bound_by_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "firehose.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"ArnLike": {"AWS:SourceArn": fx.ref("aws_kinesis_firehose_delivery_stream.s")}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_lambda_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unbound_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com", "iot.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "no-source-condition"]}
}

test_wildcard_condition_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringLike": {"aws:SourceAccount": "*"}}}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "no-source-condition"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "opaque-document"]}
}

test_conditions_unresolved_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": fx.expression}}]}})])
	fx.verdicts(findings) == {["aws_iam_role.r", "unknown", "expression-unresolved"]}
}

under(condition) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"assume_role_policy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": condition}]}})])
}

test_conditions_that_name_no_source_fail if {
	every condition in [
		{"ArnLike": {"aws:SourceArn": "arn:aws:iot:*:*:*"}},
		{"StringEqualsIfExists": {"aws:SourceAccount": []}},
		{"Null": {"aws:SourceAccount": "false"}},
		{"StringNotEquals": {"aws:SourceAccount": "123456789012"}},
		{"StringEquals": {"aws:PrincipalOrgID": "o-1"}},
	] {
		under(condition) == {["aws_iam_role.r", "fail", "no-source-condition"]}
	}
}

test_an_arn_with_the_account_passes if {
	under({"ArnLike": {"aws:SourceArn": "arn:aws:iot:*:123456789012:*"}}) == set()
}

# The service sends the key or does not; no caller can leave it out.
test_a_key_that_is_judged_where_sent_passes if {
	under({"StringEqualsIfExists": {"aws:SourceAccount": "123456789012"}}) == set()
}
