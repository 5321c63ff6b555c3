# METADATA
# title: "User pools cannot be deleted by one call"
# description: >-
#   A deleted pool takes every account with it, and nobody can sign in again with what they have.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
#     description: "Deletion protection"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
#     description: "aws_cognito_user_pool"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_cognito_user_pool"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Cognito.6"]
#     regula: []
#   expected: >-
#     deletion_protection is ACTIVE.
#   fix:
#     terraform: >-
#       deletion_protection = "ACTIVE"
#   since: "0.1.0"
package bulwark.rules.cognito_deletion_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool")
	some fact in judge.one_of(r, ["deletion_protection"], allowed, "INACTIVE")
}

allowed := {"ACTIVE"}
