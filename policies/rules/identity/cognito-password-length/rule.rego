# METADATA
# title: "Passwords have at least twelve characters"
# description: >-
#   Length is what makes a password costly to guess; absent means eight. Rules on kinds of characters are not
#   asked for: they drive people to predictable patterns.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
#     description: "Password policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
#     description: "aws_cognito_user_pool"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_cognito_user_pool"]
#   obligations: [OBL-IAM-1, OBL-IAM-11]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-COG1"]
#     security_hub: []
#     regula: []
#   expected: >-
#     password_policy.minimum_length is at least 12.
#   fix:
#     terraform: >-
#       password_policy { minimum_length = 12 }
#   since: "0.1.0"
package bulwark.rules.cognito_password_length

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool")
	some fact in judge.at_least(r, ["password_policy", "minimum_length"], 12, 8)
}
