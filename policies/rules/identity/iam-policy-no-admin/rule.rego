# METADATA
# title: "No policy grants everything"
# description: >-
#   Allow * on * is administration of the account. Whatever carries it, a function, a pipeline, a person, is then
#   worth stealing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#     description: "Least privilege"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_1", "CKV_AWS_49", "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV2_AWS_40"]
#     trivy: ["AWS-0057"]
#     kics: ["575a2155-6af1-4026-b1af-d5bc8fe2a904", "b1ffa705-19a3-4b73-b9d0-0c97d0663842", "2f37c4a3-58b9-4afe-8a87-d7f1d2286f84", "132a8c31-9837-4203-9fd1-15ca210c7b73", "ba2ed23b-52d3-45ca-be25-f6c358d45abd"]
#     cdk_nag: ["AwsSolutions-IAM5"]
#     security_hub: ["IAM.1"]
#     regula: ["FG_R00092"]
#   expected: >-
#     No Allow statement has Action *, or NotAction, on Resource *.
#   fix:
#     terraform: >-
#       List the actions and the resources the principal needs.
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_admin

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.scope

findings contains result.with_detail(result.fail(d.r, path, action, "wildcard-action"), path) if {
	some {"d": d, "s": s} in grants.grants
	some action in iam.actions(s.body)
	scope.is_any_action(action)
	path := iam.path(d.attribute, s, "Action")
}

findings contains result.with_detail(result.fail(d.r, path, s.body.NotAction, "not-action"), path) if {
	some {"d": d, "s": s} in grants.broad
	s.body.NotAction
	scope.reaches_all(s.body, [])
	path := iam.path(d.attribute, s, "NotAction")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains result.with_detail(result.unknown(d.r, path, value), path) if {
	some {"d": d, "s": s, "action": value} in grants.vague
	path := iam.path(d.attribute, s, "Action")
}
