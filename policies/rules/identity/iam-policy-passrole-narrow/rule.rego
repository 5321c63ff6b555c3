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
#     checkov: ["CKV_AWS_286", "CKV_AWS_289"]
#     trivy: ["AWS-0342", "AWS-0348", "AWS-0350"]
#     kics: ["e39bee8c-fe54-4a3f-824d-e5e2d1cca40a", "9b0ffadc-a61f-4c2a-b1e6-68fab60f6267", "15e6ad8c-f420-49a6-bafb-074f5eb1ec74", "7d544dad-8a6c-431c-84c1-5f07fe9afc0e", "034d0aee-620f-4bf7-b7fb-efdf661fdb9e", "be2aa235-bd93-4b68-978a-1cc65d49082f", "30b88745-eebe-4ecb-a3a9-5cf886e96204", "0a592060-8166-49f5-8e65-99ac6dce9871", "fa62ac4f-f5b9-45b9-97c1-625c8b6253ca", "19ffbe31-9d72-4379-9768-431195eae328", "89561b03-cb35-44a9-a7e9-8356e71606f4", "94fbe150-27e3-4eba-9ca6-af32865e4503", "8055dec2-efb8-4fe6-8837-d9bed6ff202a"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     iam:PassRole names the roles that may be passed.
#   fix:
#     terraform: >-
#       Resource = aws_iam_role.NAME.arn
#   since: "0.1.0"
package bulwark.rules.iam_policy_passrole_narrow

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

names := {"iam:passrole"}
