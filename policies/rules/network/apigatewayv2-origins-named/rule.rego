# METADATA
# title: "Only named web pages may call an interface"
# description: >-
#   allow_origins * (or https://*) lets the scripts of any page a user visits read the answers of the interface.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
#     description: "CORS of HTTP APIs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_api
#     description: "aws_apigatewayv2_api"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_apigatewayv2_api"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     cors_configuration.allow_origins holds neither * nor a scheme with *.
#   fix:
#     terraform: >-
#       allow_origins = ["https://app.example.com"]
#   since: "0.1.0"
package bulwark.rules.apigatewayv2_origins_named

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "cors_configuration.allow_origins", origin, "any-origin") if {
	some r in tf.resources("aws_apigatewayv2_api")
	some origin in tf.list(tf.dig(r.values, ["cors_configuration", "allow_origins"]))
	net.is_any_origin(origin)
}

findings contains result.unknown(r, "cors_configuration.allow_origins", value) if {
	some r in tf.resources("aws_apigatewayv2_api")
	some value in tf.list(tf.dig(r.values, ["cors_configuration", "allow_origins"]))
	tf.is_unknown(value)
}
