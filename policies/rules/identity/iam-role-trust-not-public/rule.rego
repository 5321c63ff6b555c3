# METADATA
# title: "Roles are not open to everyone"
# description: >-
#   A trust policy with Principal * and no narrowing condition lets any AWS account assume the role; a federated
#   principal without a condition on who the token is for lets any of its users.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#     description: "Principals"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_60", "CKV_AWS_283"]
#     trivy: []
#     kics: ["12b7e704-37f0-4d1e-911a-44bf60c48c21"]
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     No Allow statement trusts Principal *, or everyone but somebody, without a condition that names somebody, nor a
#     federated principal without any.
#   fix:
#     terraform: >-
#       Name the account, role or service; for OIDC add a condition on the sub and aud claims.
#     construct: >-
#       ServiceRole trusts one service.
#   since: "0.1.0"
package bulwark.rules.iam_role_trust_not_public

import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, null, "federation-without-condition"), path) if {
	some {"r": r, "s": s, "principal": principal} in iam.trusted
	principal.kind == "Federated"
	count(iam.conditions(s.body)) == 0
	count(iam.hidden_conditions(s.body)) == 0
	path := iam.path("assume_role_policy", s, "Condition")
}

findings contains fact if {
	some r in tf.resources("aws_iam_role")
	some fact in iam.public_facts(r, "assume_role_policy", object.get(r.values, "assume_role_policy", null))
}
