# METADATA
# title: "Errors of REST methods and WebSocket routes are logged"
# description: >-
#   The execution log tells why a request was refused or failed. It is off unless logging_level says ERROR or
#   INFO, and off for a stage that has no method settings for all of its methods ("*/*"). A WebSocket has it in its stage;
#   HTTP interfaces have none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#     description: "Logging of API Gateway"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1
#     description: "APIGateway.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
#     description: "aws_api_gateway_method_settings"
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
#     description: "Logging of WebSocket interfaces"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_stage
#     description: "aws_apigatewayv2_stage"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_api_gateway_method_settings", "aws_api_gateway_stage", "aws_apigatewayv2_stage"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV2_AWS_4"]
#     trivy: []
#     kics: ["982aa526-6970-4c59-8b9b-2ce7e019fe36"]
#     cdk_nag: ["AwsSolutions-APIG6"]
#     security_hub: ["APIGateway.1"]
#     regula: []
#   expected: >-
#     logging_level is ERROR or INFO, for every method or route.
#   fix:
#     terraform: >-
#       method_path = "*/*" with settings { logging_level = "ERROR" }; for a WebSocket default_route_settings { logging_level
#       = "ERROR" }
#   since: "0.1.0"
package bulwark.rules.apigateway_method_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.stages
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method_settings")
	some fact in judge.one_of(r, ["settings", "logging_level"], allowed, "OFF")
}

# Without settings nothing is logged: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
findings contains fact if {
	some stage in tf.resources(stages.type)
	some fact in stages.all_methods_set(stage)
}

findings contains fact if {
	some stage in tf.resources("aws_apigatewayv2_stage")
	some fact in of_protocol(stage, protocols(stage))
}

of_protocol(stage, found) := [result.not_applicable(stage, "http-interface")] if {
	found == {"HTTP"}
} else := websocket(stage) if {
	found == {"WEBSOCKET"}
} else := [] if {
	count(websocket(stage)) == 0
} else := [result.unknown(stage, "api_id", {"$unknown": "reference", "refs": tf.refs(object.get(stage.values, "api_id", null))})]

# Only a WebSocket has this log.
websocket(stage) := array.concat(
	judge.one_of(stage, ["default_route_settings", "logging_level"], allowed, "OFF"),
	[result.with_detail(fact, route.name) |
		some route in tf.named_blocks(object.get(stage.values, "route_settings", null), "route_key")
		some fact in judge.value_one_of(stage, "route_settings.logging_level", tf.step(route.body, "logging_level"), allowed, "OFF")
	],
)

# What the interfaces speak that a stage may be one of.
protocols(stage) := {protocol |
	some target in tf.targets(object.get(stage.values, "api_id", null))
	some protocol in by_name[target]
}

# A complete rule, since looking into a partial one evaluates it again for each key.
by_name := grouped

grouped[name] contains tf.step(api.values, "protocol_type") if {
	some api in tf.resources("aws_apigatewayv2_api")
	some name in tf.identifiers(api)
}

allowed := {"ERROR", "INFO"}
