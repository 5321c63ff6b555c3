# METADATA
# title: "Roles are handed on by name"
# description: >-
#   iam:PassRole on every role lets its holder start a function or a job under the strongest role of the account:
#   from deployer to administrator in one step.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
#     description: "Passing a role"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
#     description: "aws_iam_role_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_286"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     iam:PassRole names the roles that may be passed.
#   fix:
#     terraform: >-
#       Resource = aws_iam_role.NAME.arn
#   since: "0.1.0"
package bulwark.rules.iam_policy_passrole_narrow

import data.bulwark.lib.iam
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(d.r, place, action, "wildcard-resource"), place) if {
	some d in iam.identity
	some s in iam.allows(d.document)
	some action in iam.actions(s.body)
	lower(action) in {"iam:passrole", "iam:pass*"}
	iam.reaches_all(s.body, ["role/"])
	place := iam.path(d.attribute, s, "Resource")
}

findings contains fact if some fact in iam.unreadable_identity
