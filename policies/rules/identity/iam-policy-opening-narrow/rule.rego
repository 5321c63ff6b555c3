# METADATA
# title: "Nobody may open every resource to others"
# description: >-
#   Who may write the policy of any bucket, key, queue, function or device can let anybody in without having a
#   right to the data at all. Rights over users, roles and their policies are judged by iam-policy-no-escalation
#   and iam-policy-passrole-narrow.
# related_resources:
#   - ref: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
#     description: "Service Authorization Reference"
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
#     checkov: ["CKV_AWS_109", "CKV_AWS_289", "CKV_AWS_355"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Actions that write resource policies, access lists and grants name the resources.
#   fix:
#     terraform: >-
#       Resource = aws_s3_bucket.NAME.arn
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_opening_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(grant.d.r, place, sort(found), "opens-to-others"), place) if {
	some grant in actions.on_everything
	found := actions.among(grant, actions.opening)
	count(found) > 0
	place := iam.path(grant.d.attribute, grant.s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in actions.hidden(actions.opening)
