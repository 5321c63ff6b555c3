# METADATA
# title: "Decryption is allowed key by key"
# description: >-
#   kms:Decrypt on every key makes each key policy that trusts the account a formality: one role reads everything
#   encrypted.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html
#     description: "IAM policies for KMS"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1
#     description: "KMS.1 and KMS.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
#     description: "aws_iam_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
#     description: "aws_iam_role_policy"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_iam_role", "aws_ssoadmin_permission_set_inline_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["KMS.1", "KMS.2"]
#     regula: []
#   expected: >-
#     kms:Decrypt and kms:ReEncryptFrom name keys.
#   fix:
#     terraform: >-
#       Resource = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.iam_policy_decrypt_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result
import data.bulwark.lib.scope

findings contains result.with_detail(result.fail(d.r, place, action, "wildcard-resource"), place) if {
	some {"d": d, "s": s} in grants.broad
	scope.reaches_all(s.body, ["kms:key"])
	some action in actions.written_as(s.body, names)
	not iam.has_condition(s.body, "kms:ViaService")
	not iam.has_condition(s.body, "kms:ResourceAliases")
	place := iam.path(d.attribute, s, "Resource")
}

findings contains fact if some fact in grants.unjudged_identity

findings contains fact if some fact in actions.hidden_reach(names)

names := {"kms:decrypt", "kms:reencryptfrom"}
