# METADATA
# title: "Secrets are not open to everyone"
# description: >-
#   A resource policy with Principal * and no narrowing condition hands the secret to any AWS account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
#     description: "Policies of secrets"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret_policy
#     description: "aws_secretsmanager_secret_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret
#     description: "aws_secretsmanager_secret"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_secretsmanager_secret_policy", "aws_secretsmanager_secret"]
#   obligations: [OBL-IAM-4, OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["fa00ce45-386d-4718-8392-fb485e1f3c5b"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement has Principal *, or NotPrincipal, without a condition that names somebody.
#   fix:
#     terraform: >-
#       Name the roles that read the secret.
#   since: "0.1.0"
package bulwark.rules.secret_policy_not_public

import data.bulwark.lib.resource_policy
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_secretsmanager_secret", "aws_secretsmanager_secret_policy"]
	some r in tf.resources(type)
	some fact in resource_policy.public_facts(r, "policy", object.get(r.values, "policy", null))
}
