# METADATA
# title: "Nothing of the backend is an administrator"
# description: >-
#   Attaching the AWS managed policy AdministratorAccess (or IAMFullAccess, with which one can give it to oneself) to
#   a role, user, group or permission set makes it worth stealing: a leaked credential then owns the account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
#     description: "AdministratorAccess"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
#     description: "aws_iam_role_policy_attachment"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachments_exclusive
#     description: "aws_iam_role_policy_attachments_exclusive"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role", "aws_ssoadmin_managed_policy_attachment", "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_274", "CKV_AWS_275", "CKV2_AWS_56"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No attachment names AdministratorAccess or IAMFullAccess.
#   fix:
#     terraform: >-
#       Attach a policy that lists the actions and resources the principal needs.
#   since: "0.1.0"
package bulwark.rules.iam_no_administrator_access

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains told(result.fail(r, attribute, arn, "administrator"), arn) if {
	some [r, attribute, arn] in attached
	is_string(arn)
	is_administrator(arn)
}

findings contains told(result.with_related(result.fail(r, attribute, name, "administrator"), [ref]), ref) if {
	some [r, attribute, value] in attached
	some ref in tf.refs(value)
	name := administrators[ref]
}

findings contains told(result.unknown(r, attribute, value), attribute) if {
	some [r, attribute, value] in attached
	tf.is_unknown(value)
	not leads_to_policy(value)
	not leads_to_administrator(value)
}

# Of a list of policies each is told by its name.
told(fact, detail) := result.with_detail(fact, detail) if fact.path in lists

told(fact, _) := fact if not fact.path in lists

lists := {"managed_policy_arns", "policy_arns"}

# An array, since a set would hash each resource.
attached := [[r, attribute, value] |
	some type, attribute in attachments
	some r in tf.resources(type)
	some value in tf.list(object.get(r.values, attribute, null))
]

attachments := {
	"aws_iam_role": "managed_policy_arns",
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_iam_role_policy_attachments_exclusive": "policy_arns",
	"aws_iam_user_policy_attachments_exclusive": "policy_arns",
	"aws_iam_group_policy_attachments_exclusive": "policy_arns",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

# The two policies looked up by name or ARN, under every name a reference may use.
administrators := {name: looked_up |
	some r in object.get(input.resources, "aws_iam_policy", [])
	r.mode == "data"
	some attribute in ["name", "arn"]
	looked_up := r.values[attribute]
	is_string(looked_up)
	is_administrator(looked_up)
	some name in [r.address, tf.base_address(r.address)]
}

is_administrator(arn) if {
	some name in ["AdministratorAccess", "IAMFullAccess"]
	some end in [name, concat("", [":policy/", name])]
	ends_with(arn, end)
}

ends_with(arn, end) if arn == end

ends_with(arn, end) if {
	startswith(end, ":")
	endswith(arn, end)
}

# A policy of the stack is judged by the rules on policies.
leads_to_policy(value) if tf.refers_to_type(value, "aws_iam_policy")

leads_to_administrator(value) if {
	some ref in tf.refs(value)
	administrators[ref]
}
