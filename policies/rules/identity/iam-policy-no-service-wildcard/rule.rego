# METADATA
# title: "No policy grants a whole service on everything"
# description: >-
#   service:* on *, or on all of a kind (arn:aws:s3:::*, table/*), is administration of one service: s3:* reads and
#   deletes every bucket, iot:* disarms the whole fleet. Allow * on * is reported by iam-policy-no-admin.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#     description: "Least privilege"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV2_AWS_40"]
#     trivy: ["AWS-0345"]
#     kics: []
#     cdk_nag: ["AwsSolutions-IAM5"]
#     security_hub: ["IAM.21"]
#     regula: []
#   expected: >-
#     No Allow statement has SERVICE:* on Resource *, or on all resources of the service or of a kind.
#   fix:
#     terraform: >-
#       List the actions, or bind the wildcard to resources of this product.
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_service_wildcard

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result
import data.bulwark.lib.scope

findings contains result.with_detail(result.fail(d.r, path, action, "wildcard-action"), action) if {
	some {"d": d, "s": s} in grants.broad
	some action in actions.whole_services(s.body)
	path := iam.path(d.attribute, s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains result.with_detail(result.unknown(d.r, path, value), path) if {
	some {"d": d, "s": s, "action": value} in grants.vague
	count(actions.services_reached(s.body)) > 0
	path := iam.path(d.attribute, s, "Action")
}

findings contains result.with_detail(result.unknown(d.r, path, value), path) if {
	some {"d": d, "s": s, "resource": value} in grants.unclear
	some action in iam.actions(s.body)
	scope.is_whole_service(action)
	path := iam.path(d.attribute, s, "Resource")
}
