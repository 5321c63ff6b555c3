package bulwark.rules_test.iam_policy_no_service_wildcard

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_no_service_wildcard as rule

test_bound_wildcard_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_read_actions_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_service_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["iot:*"], "Resource": "*"}]}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("iam:?*", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("iam:**", "*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("iam:*", "arn:aws:iam::123456789012:*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("s3:*", "arn:aws:s3:::*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("S3:*", "arn:aws:s3:::*/*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
	judged("dynamodb:*", "arn:aws:dynamodb:eu-west-1:123456789012:table/*") == {["aws_iam_role_policy.p", "fail", "wildcard-action"]}
}

test_what_is_narrower_passes if {
	judged("s3:*", "arn:aws:s3:::telemetry*") == set()
	judged("s3express:*", "arn:aws:s3:::*") == set()
	judged("iot:*", "arn:aws:dynamodb:eu-west-1:123456789012:table/*") == set()
	judged("*:*", "*") == set()
}

test_kinds_of_what_is_not_known_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": fx.expression, "Resource": "arn:aws:s3:::*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
}

test_actions_known_only_later_on_something_pass if judged(fx.expression, "arn:aws:s3:::telemetry*") == set()

test_a_whole_service_on_what_may_be_everything_is_unknown if {
	judged("s3:*", fx.expression) == {["aws_iam_role_policy.p", "unknown", "expression-unresolved"]}
	judged("s3:GetObject", fx.expression) == set()
}

# A policy that AWS manages stands in no plan; its name says what it gives.
test_a_managed_policy_with_a_whole_service_fails if {
	every arn in ["arn:aws:iam::aws:policy/AmazonS3FullAccess", "arn:aws-cn:iam::aws:policy/AWSIoTFullAccess", "arn:aws:iam::aws:policy/SecretsManagerReadWrite"] {
		attached(arn) == {["aws_iam_role_policy_attachment.a", "fail", "whole-service"]}
	}
}

test_a_managed_policy_on_the_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"managed_policy_arns": ["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "whole-service"]}
}

test_a_managed_policy_of_a_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_managed_policy_attachment.a", {"managed_policy_arn": "arn:aws:iam::aws:policy/AmazonEC2FullAccess"})])
	fx.verdicts(findings) == {["aws_ssoadmin_managed_policy_attachment.a", "fail", "whole-service"]}
}

# Each of the last three is told by another rule.
test_other_managed_policies_pass if {
	every name in ["service-role/AWSLambdaBasicExecutionRole", "AmazonS3ReadOnlyAccess", "AdministratorAccess", "AWSCloudShellFullAccess"] {
		attached(concat("", ["arn:aws:iam::aws:policy/", name])) == set()
	}
}

test_an_attachment_known_only_later_is_unknown if {
	attached(fx.expression) == {["aws_iam_role_policy_attachment.a", "unknown", "expression-unresolved"]}
}

test_an_attachment_of_a_policy_of_the_stack_passes if attached(fx.ref("aws_iam_policy.p")) == set()

attached(arn) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": arn})])
}
