# METADATA
# title: "Sign-in needs a second factor"
# description: >-
#   mfa_configuration is OFF unless written, and OPTIONAL leaves it to those an attacker has already phished.
#   Operators of a fleet need ON [NIS2 Art. 21(2)(j)]; a consumer pool that asks by risk needs a waiver with its
#   reason.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
#     description: "MFA in user pools"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
#     description: "aws_cognito_user_pool"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_cognito_user_pool"]
#   obligations: [OBL-IAM-3, OBL-IAM-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["ec28bf61-a474-4dbe-b414-6dd3a067d6f0"]
#     cdk_nag: ["AwsSolutions-COG2"]
#     security_hub: ["Cognito.5"]
#     regula: []
#   expected: >-
#     mfa_configuration is ON.
#   fix:
#     terraform: >-
#       mfa_configuration = "ON" with software_token_mfa_configuration { enabled = true }
#   since: "0.1.0"
package bulwark.rules.cognito_mfa

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool")
	some fact in judge.one_of(r, ["mfa_configuration"], {"ON"}, "OFF")
}
