# METADATA
# title: "Identity pools give no credentials to guests"
# description: >-
#   With guests allowed, anybody who knows the pool's id, which stands in every app, gets AWS credentials.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
#     description: "Guests of identity pools"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
#     description: "aws_cognito_identity_pool"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_cognito_identity_pool"]
#   obligations: [OBL-IAM-1, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_366"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-COG7"]
#     security_hub: ["Cognito.2"]
#     regula: []
#   expected: >-
#     allow_unauthenticated_identities is not true.
#   fix:
#     terraform: >-
#       allow_unauthenticated_identities = false
#   since: "0.1.0"
package bulwark.rules.cognito_no_guests

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_identity_pool")
	some fact in judge.off(r, ["allow_unauthenticated_identities"], "guests-allowed")
}
