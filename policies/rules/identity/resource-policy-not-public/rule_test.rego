package bulwark.rules_test.resource_policy_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.resource_policy_not_public as rule

test_named_account_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "dynamodb:GetItem", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_everyone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "dynamodb:GetItem", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_dynamodb_resource_policy.p", "fail", "public"]}
}

test_narrowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ses_identity_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "ses:SendEmail", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}})])
	fx.verdicts(findings) == set()
}

test_log_destination_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_destination_policy.p", {"access_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "logs:PutSubscriptionFilter", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_cloudwatch_log_destination_policy.p", "fail", "public"]}
}

test_vault_without_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_glacier_vault.v", {"name": "v"})])
	fx.verdicts(findings) == set()
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dynamodb_resource_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_dynamodb_resource_policy.p", "unknown", "opaque-document"]}
}
