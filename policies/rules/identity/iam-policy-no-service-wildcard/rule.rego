# METADATA
# title: "No policy grants a whole service on everything"
# description: >-
#   service:* on * is administration of one service: s3:* reads and deletes every bucket, iot:* disarms the whole
#   fleet. Allow * on * is reported by iam-policy-no-admin.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
#     description: "Least privilege"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["IAM.21"]
#   expected: >-
#     No Allow statement has SERVICE:* on Resource *.
#   fix:
#     terraform: >-
#       List the actions, or bind the wildcard to resources of this product.
#     construct: >-
#       ServiceRole.allow takes actions and literal ARNs.
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_service_wildcard

import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, action, "wildcard-action"), action) if {
	some r in policies
	some s in iam.allows(r.values.policy)
	"*" in iam.resources(s.body)
	some action in iam.actions(s.body)
	is_string(action)
	endswith(action, ":*")
	path := iam.path("policy", s, "Action")
}

findings contains result.unknown(r, "policy", object.get(r.values, "policy", null)) if {
	some r in policies
	not iam.is_readable(r.values.policy)
}

policies := [r |
	some type in ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"]
	some r in tf.resources(type)
]
