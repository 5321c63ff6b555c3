# METADATA
# title: "Apps do not send passwords"
# description: >-
#   USER_PASSWORD_AUTH hands the password itself to the service, where every program on the way can keep it; the
#   SRP flow proves it without sending it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
#     description: "Authentication flows"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client
#     description: "aws_cognito_user_pool_client"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_managed_user_pool_client
#     description: "aws_cognito_managed_user_pool_client: a client that another service of AWS made"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_cognito_user_pool_client", "aws_cognito_managed_user_pool_client"]
#   obligations: [OBL-IAM-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     explicit_auth_flows does not hold ALLOW_USER_PASSWORD_AUTH.
#   fix:
#     terraform: >-
#       explicit_auth_flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
#   since: "0.1.0"
package bulwark.rules.cognito_no_password_flow

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "explicit_auth_flows", flow, "password-sent"), flow) if {
	some r in clients
	some flow in tf.list(object.get(r.values, "explicit_auth_flows", null))
	flow in {"ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"}
}

findings contains result.unknown(r, "explicit_auth_flows", flow) if {
	some r in clients
	some flow in tf.list(object.get(r.values, "explicit_auth_flows", null))
	tf.is_unknown(flow)
}

# A client that another service made keeps what it was made with, where nobody writes it.
findings contains object.union(result.unknown(r, "explicit_auth_flows", {"$unknown": "expression"}), {"reason": "client-elsewhere"}) if {
	some r in tf.resources("aws_cognito_managed_user_pool_client")
	is_null(tf.step(r.values, "explicit_auth_flows"))
}

clients := array.concat(tf.resources("aws_cognito_user_pool_client"), tf.resources("aws_cognito_managed_user_pool_client"))
