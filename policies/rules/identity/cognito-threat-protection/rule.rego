# METADATA
# title: "Sign-in defends itself against stolen passwords"
# description: >-
#   Threat protection knows passwords from leaks and sign-ins from odd places, and asks for a second factor or
#   refuses. OFF is the default and AUDIT only watches.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
#     description: "Threat protection"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-1
#     description: "Cognito.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
#     description: "aws_cognito_user_pool"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_cognito_user_pool"]
#   obligations: [OBL-IAM-1, OBL-IAM-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-COG8"]
#     security_hub: ["Cognito.1"]
#     regula: []
#   expected: >-
#     user_pool_add_ons.advanced_security_mode is ENFORCED.
#   fix:
#     terraform: >-
#       user_pool_add_ons { advanced_security_mode = "ENFORCED" }
#   since: "0.1.0"
package bulwark.rules.cognito_threat_protection

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool")
	some fact in judge.one_of(r, ["user_pool_add_ons", "advanced_security_mode"], allowed, "OFF")
}

allowed := {"ENFORCED"}
