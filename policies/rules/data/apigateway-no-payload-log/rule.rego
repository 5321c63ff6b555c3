# METADATA
# title: "Request bodies do not go into the log"
# description: >-
#   data_trace_enabled writes bodies and headers of each request into the execution log: personal data and tokens,
#   in a place meant for operators.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#     description: "Logging of API Gateway"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
#     description: "aws_api_gateway_method_settings"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_stage
#     description: "aws_apigatewayv2_stage"
# custom:
#   severity: medium
#   domain: data
#   resource_types: ["aws_api_gateway_method_settings", "aws_apigatewayv2_stage"]
#   obligations: [OBL-DATA-5, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_276"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     data_trace_enabled is not true, neither for methods nor for routes.
#   fix:
#     terraform: >-
#       settings { data_trace_enabled = false }, and default_route_settings { data_trace_enabled = false } for a WebSocket
#   since: "0.1.0"
package bulwark.rules.apigateway_no_payload_log

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method_settings")
	some fact in judge.off(r, ["settings", "data_trace_enabled"], "payload-logged")
}

findings contains fact if {
	some r in tf.resources("aws_apigatewayv2_stage")
	some fact in judge.off(r, ["default_route_settings", "data_trace_enabled"], "payload-logged")
}

findings contains result.with_detail(fact, route.name) if {
	some r in tf.resources("aws_apigatewayv2_stage")
	some route in tf.named_blocks(object.get(r.values, "route_settings", null), "route_key")
	some fact in judge.value_off(r, "route_settings.data_trace_enabled", tf.step(route.body, "data_trace_enabled"), "payload-logged")
}
