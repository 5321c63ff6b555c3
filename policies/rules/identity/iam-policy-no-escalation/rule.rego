# METADATA
# title: "Nobody can give themselves more rights"
# description: >-
#   Who may change policies, attach them, make keys for others or rewrite a trust, everywhere, is an administrator
#   by another name.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#     description: "Permissions boundaries"
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
#     checkov: ["CKV_AWS_110", "CKV_AWS_286", "CKV_AWS_289"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     Actions that give rights name the users, roles or policies they may touch.
#   fix:
#     terraform: >-
#       Resource = "arn:aws:iam::ACCOUNT:role/app/NAME"
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_escalation

import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(d.r, place, action, "more-rights-for-oneself"), place) if {
	some d in iam.identity
	some s in iam.allows(d.document)
	some action in actions.meaning(s.body, actions.escalating)
	iam.reaches_all(s.body, ["role/", "user/", "policy/", "group/"])
	not iam.has_condition(s.body, "iam:PermissionsBoundary")
	place := iam.path(d.attribute, s, "Action")
}

findings contains fact if some fact in iam.unreadable_identity
