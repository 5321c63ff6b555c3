# METADATA
# title: "Nobody may carry everything away"
# description: >-
#   Reading every object, parameter or secret, or copying any snapshot, is what an intruder looks for first.
#   Allowed on * without a condition, one leaked role is the loss of all data. arn:aws:s3:::* is everything, too.
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
#   obligations: [OBL-IAM-8, OBL-DATA-1]
#   equivalents:
#     checkov: ["CKV_AWS_108", "CKV_AWS_288", "CKV_AWS_355"]
#     trivy: []
#     kics: ["ba2ed23b-52d3-45ca-be25-f6c358d45abd"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     s3:GetObject, ssm:GetParameter, secretsmanager:GetSecretValue and the copying of snapshots name what they may
#     reach.
#   fix:
#     terraform: >-
#       Resource = "${aws_s3_bucket.NAME.arn}/PREFIX/*"
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_wholesale_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(grant.d.r, place, sort(found), "reads-everything"), place) if {
	some grant in actions.on_everything
	found := actions.among(grant, actions.wholesale)
	count(found) > 0
	place := iam.path(grant.d.attribute, grant.s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in actions.hidden(actions.wholesale)
