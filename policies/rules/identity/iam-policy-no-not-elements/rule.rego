# METADATA
# title: "Policies allow by naming, not by leaving out"
# description: >-
#   Allow with NotAction or NotResource grants everything AWS will ever add, save what was thought of on the day
#   of writing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
#     description: "NotAction"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
#     description: "aws_iam_role_policy"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has NotAction or NotResource.
#   fix:
#     terraform: >-
#       Action = [...], Resource = [...]
#   since: "0.1.0"
package bulwark.rules.iam_policy_no_not_elements

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.result

findings contains result.with_detail(result.fail(d.r, place, action, "allowed-by-exception"), place) if {
	some {"d": d, "s": s} in grants.grants
	some element in ["NotAction", "NotResource"]
	action := s.body[element]
	place := iam.path(d.attribute, s, "Action")
}

findings contains fact if some fact in grants.unjudged_identity
