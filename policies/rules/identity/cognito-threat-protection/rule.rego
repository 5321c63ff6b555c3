# METADATA
# title: "Sign-in defends itself against stolen passwords"
# description: >-
#   Threat protection knows passwords from leaks and sign-ins from odd places, and asks for a second factor or
#   refuses. OFF is the default and AUDIT only watches. Sign-in with challenges of one's own is left out of that, and
#   has a mode for itself.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
#     description: "Threat protection"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-1
#     description: "Cognito.1"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-4
#     description: "Cognito.4"
#   - ref: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdvancedSecurityAdditionalFlowsType.html
#     description: "CustomAuthMode"
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
#     security_hub: ["Cognito.1", "Cognito.4"]
#     regula: []
#   expected: >-
#     user_pool_add_ons.advanced_security_mode is ENFORCED, and with lambda_config.define_auth_challenge so is advanced_security_additional_flows.custom_auth_mode.
#   fix:
#     terraform: >-
#       user_pool_add_ons { advanced_security_mode = "ENFORCED" }, and inside it advanced_security_additional_flows { custom_auth_mode = "ENFORCED" }
#   since: "0.1.0"
package bulwark.rules.cognito_threat_protection

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool")
	some fact in judge.one_of(r, ["user_pool_add_ons", "advanced_security_mode"], allowed, "OFF")
}

# Challenges of one's own begin with the function that defines them; without it there are none.
# https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
findings contains result.with_detail(fact, "custom") if {
	some r in tf.resources("aws_cognito_user_pool")
	judge.is_something(starter(r))
	some fact in of_challenges(r)
}

findings contains result.with_detail(result.unknown(r, concat(".", definer), value), "custom") if {
	some r in tf.resources("aws_cognito_user_pool")
	value := starter(r)
	judge.may_be_nothing(value)
	count(of_challenges(r)) > 0
}

starter(r) := tf.dig(r.values, definer)

definer := ["lambda_config", "define_auth_challenge"]

of_challenges(r) := judge.one_of(r, ["user_pool_add_ons", "advanced_security_additional_flows", "custom_auth_mode"], allowed, "OFF")

allowed := {"ENFORCED"}
