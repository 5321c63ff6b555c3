# METADATA
# title: "Roles are assumed by name"
# description: >-
#   sts:AssumeRole on * lets its holder become every role that trusts the account, also those of other accounts.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
#     description: "Permission to assume a role"
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
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     sts:AssumeRole names the roles that may be assumed.
#   fix:
#     terraform: >-
#       Resource = aws_iam_role.NAME.arn
#   since: "0.1.0"
package bulwark.rules.iam_policy_assume_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result
import data.bulwark.lib.scope

findings contains result.with_detail(result.fail(d.r, place, action, "wildcard-resource"), place) if {
	some {"d": d, "s": s} in grants.broad
	scope.reaches_all(s.body, ["iam:role"])
	some action in actions.written_as(s.body, names)
	place := iam.path(d.attribute, s, "Resource")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in actions.hidden_reach(names)

names := {"sts:assumerole"}
