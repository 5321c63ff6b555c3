# METADATA
# title: "Sign-in does not tell who has an account"
# description: >-
#   LEGACY, the default of the interface, answers differently for unknown names: a list of addresses becomes a
#   list of customers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
#     description: "Errors about users"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client
#     description: "aws_cognito_user_pool_client"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_managed_user_pool_client
#     description: "aws_cognito_managed_user_pool_client: a client that another service of AWS made"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_cognito_user_pool_client", "aws_cognito_managed_user_pool_client"]
#   obligations: [OBL-IAM-1, OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     prevent_user_existence_errors is ENABLED.
#   fix:
#     terraform: >-
#       prevent_user_existence_errors = "ENABLED"
#   since: "0.1.0"
package bulwark.rules.cognito_hides_accounts

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_user_pool_client")
	some fact in judge.one_of(r, ["prevent_user_existence_errors"], allowed, "LEGACY")
}

allowed := {"ENABLED"}

# A client that another service made keeps what it was made with, where nobody writes it.
findings contains fact if {
	some r in tf.resources("aws_cognito_managed_user_pool_client")
	some fact in judge.one_of(r, ["prevent_user_existence_errors"], allowed, "ENABLED")
}

findings contains object.union(result.unknown(r, "prevent_user_existence_errors", {"$unknown": "expression"}), {"reason": "client-elsewhere"}) if {
	some r in tf.resources("aws_cognito_managed_user_pool_client")
	is_null(tf.step(r.values, "prevent_user_existence_errors"))
}
