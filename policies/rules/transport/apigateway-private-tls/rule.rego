# METADATA
# title: "Interfaces reach private backends over TLS"
# description: >-
#   A VPC link keeps a call off the internet, not out of sight: without TLS settings it goes over HTTP, read by whoever
#   can look into the network. An HTTP interface says so in tls_config, a WebSocket interface in the address of the
#   backend.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
#     description: "Private integrations"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigatewayv2-integration-tlsconfig.html
#     description: "TlsConfig"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-10
#     description: "APIGateway.10"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_integration
#     description: "aws_apigatewayv2_integration"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_apigatewayv2_integration"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["APIGateway.10"]
#     regula: []
#   expected: >-
#     An integration with connection_type VPC_LINK has tls_config, or an integration_uri that begins with https.
#   fix:
#     terraform: >-
#       tls_config { server_name_to_verify = "backend.example.com" }
#   since: "0.1.0"
package bulwark.rules.apigateway_private_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_apigatewayv2_integration")
	some fact in of_connection(r, tf.step(r.values, "connection_type"))
}

of_connection(r, "VPC_LINK") := facts(r)

# What may be a VPC link matters where that would be without TLS.
of_connection(r, value) := [result.unknown(r, "connection_type", value) | count(facts(r)) > 0] if tf.is_unknown(value)

facts(r) := of_settings(r, tf.step(r.values, "tls_config"), object.get(r.values, "integration_uri", null))

of_settings(r, settings, uri) := [] if {
	scheme(uri) == "https"
} else := [result.fail(r, "integration_uri", uri, "plain-http")] if {
	scheme(uri) == "http"
} else := [] if {
	judge.is_something(settings)
} else := [result.unknown(r, "tls_config", settings)] if {
	tf.is_unknown(settings)
} else := [result.unknown(r, "integration_uri", uri)] if {
	# A WebSocket interface takes no tls_config: the address decides.
	tf.is_unknown(uri)
	is_socket(r)
} else := [result.absent(r, "tls_config")]

scheme(uri) := lower(split(text, ":")[0]) if {
	text := tf.text(uri)
	contains(text, "://")
}

is_socket(r) if {
	some api in tf.resources("aws_apigatewayv2_api")
	api.values.protocol_type == "WEBSOCKET"
	tf.points_to(tf.step(r.values, "api_id"), api)
}
