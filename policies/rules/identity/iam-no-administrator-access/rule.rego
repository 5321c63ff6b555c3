# METADATA
# title: "Nothing of the backend is an administrator"
# description: >-
#   Attaching the AWS managed policy AdministratorAccess (or IAMFullAccess, with which one can give it to oneself) to
#   a role, user or group makes it worth stealing: a leaked credential then owns the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
#     description: "AdministratorAccess"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
#     description: "aws_iam_role_policy_attachment"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_274"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     No attachment names AdministratorAccess or IAMFullAccess.
#   fix:
#     terraform: >-
#       Attach a policy that lists the actions and resources the principal needs.
#   since: "0.1.0"
package bulwark.rules.iam_no_administrator_access

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "policy_arn", arn, "administrator") if {
	some type in attachments
	some r in tf.resources(type)
	arn := r.values.policy_arn
	is_administrator(arn)
}

findings contains result.unknown(r, "policy_arn", arn) if {
	some type in attachments
	some r in tf.resources(type)
	arn := r.values.policy_arn
	tf.is_unknown(arn)
	not leads_to_policy(arn)
}

findings contains result.with_detail(result.fail(r, "managed_policy_arns", arn, "administrator"), arn) if {
	some r in tf.resources("aws_iam_role")
	some arn in tf.list(object.get(r.values, "managed_policy_arns", null))
	is_administrator(arn)
}

attachments := [
	"aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment",
	"aws_iam_group_policy_attachment", "aws_iam_policy_attachment",
]

is_administrator(arn) if {
	is_string(arn)
	some name in ["AdministratorAccess", "IAMFullAccess"]
	endswith(arn, concat("", [":policy/", name]))
}

# A policy of the stack is judged by the rules on policies.
leads_to_policy(arn) if tf.refers_to_type(arn, "aws_iam_policy")
