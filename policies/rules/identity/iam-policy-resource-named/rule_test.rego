package bulwark.rules_test.iam_policy_resource_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_policy_resource_named as rule

test_named_resource_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": "arn:aws:dynamodb:eu-central-1:123456789012:table/devices"}]}})])
	fx.verdicts(findings) == set()
}

test_write_on_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["dynamodb:PutItem"], "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
}

test_reading_of_data_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
}

test_pattern_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "logs:Create*", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
}

test_description_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["ec2:Describe*", "s3:GetBucketLocation", "iam:List*"], "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_nameless_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["xray:PutTraceSegments", "cloudwatch:PutMetricData", "xray:Put*"], "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_condition_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceAccount": "123456789012"}}}]}})])
	fx.verdicts(findings) == set()
}

test_service_out_of_sight_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": "ssmmessages:OpenDataChannel", "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_what_has_its_own_rule_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "iam:PassRole", "s3:PutBucketPolicy"], "Resource": "*"}]}})])
	fx.verdicts(findings) == set()
}

test_permission_set_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssoadmin_permission_set_inline_policy.p", {"inline_policy": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]}})])
	fx.verdicts(findings) == {["aws_ssoadmin_permission_set_inline_policy.p", "fail", "names-no-resource"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": fx.opaque})])
	fx.verdicts(findings) == {["aws_iam_role_policy.p", "unknown", "opaque-document"]}
}

judged(actions, resource) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy.p", {"policy": {"Statement": [{"Effect": "Allow", "Action": actions, "Resource": resource}]}})])
}

test_patterns_and_all_of_a_kind_fail if {
	judged("lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:123456789012:function:*") == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
	judged("logs:PutLogEvents", "arn:aws:logs:*:*:*") == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
	judged(["logs:CreateLogGroup", "logs:PutLogEvents"], "arn:aws:logs:eu-west-1:123456789012:log-group:*") == {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
}

test_what_is_narrower_passes if {
	judged("logs:CreateLogGroup", "arn:aws:logs:eu-west-1:123456789012:log-group:*") == set()
	judged("iot:UpdateCertificate", "arn:aws:iot:eu-west-1:123456789012:cert/*") == set()
	judged(["lambda:InvokeFunction", "logs:GetLogEvents"], ["arn:aws:lambda:eu-west-1:123456789012:function:ingest", "arn:aws:sqs:*"]) == set()
}

test_services_around_are_judged_as_well if {
	failing := {["aws_iam_role_policy.p", "fail", "names-no-resource"]}
	every action in ["config:Put*", "ses:SendEmail", "greengrass:DeleteComponent", "iotsitewise:BatchPutAssetPropertyValue", "kafka-cluster:WriteData", "es:ESHttpPost", "route53:ChangeResourceRecordSets", "sagemaker:InvokeEndpoint"] {
		judged(action, "*") == failing
	}

	# Of these none takes a resource.
	every action in ["config:PutEvaluations", "config:StartResourceEvaluation", "guardduty:EnableOrganizationAdminAccount", "datasync:CreateLocationS3"] {
		judged(action, "*") == set()
	}
}

# A policy that AWS manages stands in no plan, and cannot name what is ours.
test_a_managed_policy_over_all_stored_data_or_topics_fails if {
	every name in ["AmazonS3ReadOnlyAccess", "AmazonDynamoDBReadOnlyAccess", "AWSIoTDataAccess"] {
		attached(concat("", ["arn:aws:iam::aws:policy/", name])) == {["aws_iam_role_policy_attachment.a", "fail", "names-no-resource"]}
	}
}

test_a_managed_policy_on_the_role_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role.r", {"managed_policy_arns": ["arn:aws:iam::aws:policy/AWSIoTDataAccess"]})])
	fx.verdicts(findings) == {["aws_iam_role.r", "fail", "names-no-resource"]}
}

# The second is iam-policy-no-service-wildcard's.
test_other_managed_policies_pass if {
	every name in ["service-role/AWSLambdaBasicExecutionRole", "AmazonS3FullAccess", "AWSIoTConfigReadOnlyAccess"] {
		attached(concat("", ["arn:aws:iam::aws:policy/", name])) == set()
	}
}

test_an_attachment_known_only_later_is_unknown if {
	attached(fx.expression) == {["aws_iam_role_policy_attachment.a", "unknown", "expression-unresolved"]}
}

attached(arn) := fx.verdicts(findings) if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_role_policy_attachment.a", {"policy_arn": arn})])
}
