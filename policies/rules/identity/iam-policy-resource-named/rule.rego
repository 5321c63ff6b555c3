# METADATA
# title: "Policies name what may be changed"
# description: >-
#   An action that takes a resource, allowed on * or on all of a kind (table/*) and without a condition, reaches
#   whatever the account will ever hold. Judged are actions that change something, and the reading of stored data, in the
#   services an IoT backend is made of; what AWS lets nobody bind (xray:PutTraceSegments, cloudwatch:PutMetricData)
#   passes, and so do lists and descriptions other than of what lies in a bucket; others flag those as well. Policies that
#   AWS manages cannot name what is yours: three of them hand out the stored data or the topics of everything. All of a
#   service is iam-policy-no-service-wildcard; secrets, credentials and the rights of others have rules of their own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
#     description: "Service Authorization Reference"
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3ReadOnlyAccess.html
#     description: "AmazonS3ReadOnlyAccess"
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonDynamoDBReadOnlyAccess.html
#     description: "AmazonDynamoDBReadOnlyAccess"
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSIoTDataAccess.html
#     description: "AWSIoTDataAccess"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
#     description: "aws_iam_role_policy"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy", "aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_111", "CKV_AWS_290", "CKV_AWS_355", "CKV_AWS_356"]
#     trivy: []
#     kics: ["8f3c16b3-354d-45db-8ad5-5066778a9485", "571254d8-aa6a-432e-9725-535d3ef04d69", "eda48c88-2b7d-4e34-b6ca-04c0194aee17", "c583f0f9-7dfd-476b-a056-f47c62b47b46", "9b877bd8-94b4-4c10-a060-8e0436cc09fa", "b69247e5-7e73-464e-ba74-ec9b715c6e12"]
#     cdk_nag: ["AwsSolutions-IAM5"]
#     security_hub: []
#     regula: ["FG_R00218", "FG_R00220"]
#   expected: >-
#     Actions that can name a resource do, and no attachment names AmazonS3ReadOnlyAccess, AmazonDynamoDBReadOnlyAccess
#     or AWSIoTDataAccess.
#   fix:
#     terraform: >-
#       Resource = aws_dynamodb_table.NAME.arn
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_resource_named

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.managed
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(grant.d.r, place, sort(found), "names-no-resource"), place) if {
	some grant in actions.on_everything
	found := {action |
		some action in unnamed(grant.s.body)
		actions.reaches(grant, action)
		not may_make(grant, action)
	}
	count(found) > 0
	place := iam.path(grant.d.attribute, grant.s, "Resource")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in managed.facts(of_everything, "names-no-resource")

# s3:Get* on every bucket, dynamodb:GetItem and Scan on every table, iot:Publish and Subscribe on every topic.
of_everything := {"AmazonS3ReadOnlyAccess", "AmazonDynamoDBReadOnlyAccess", "AWSIoTDataAccess"}

findings contains result.with_detail(result.unknown(entry.d.r, place, entry.resource), place) if {
	some entry in actions.on_hidden
	count(unnamed(entry.s.body)) > 0
	place := iam.path(entry.d.attribute, entry.s, "Resource")
}

unnamed(statement) := {action |
	some written in iam.actions(statement)
	is_string(written)
	action := lower(written)
	not actions.is_whole(action)
	actions.could_name(action)
	not has_own_rule(action)
}

# What makes new ones of a kind cannot always name them.
may_make(grant, action) if {
	grant.every == false
	some verb in ["create", "register"]
	startswith(split(action, ":")[1], verb)
}

# One fault, one finding.
has_own_rule(action) if {
	some names in [actions.escalating, actions.opening, actions.credentials, actions.wholesale, actions.judged_by_name]
	actions.means(action, names)
}
