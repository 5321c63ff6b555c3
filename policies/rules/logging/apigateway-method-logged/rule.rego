# METADATA
# title: "Errors of REST methods are logged"
# description: >-
#   The execution log tells why a request was refused or failed. It is off unless logging_level says ERROR or
#   INFO, and off for a stage that has no method settings.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#     description: "Logging of API Gateway"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-1
#     description: "APIGateway.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
#     description: "aws_api_gateway_method_settings"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_api_gateway_method_settings", "aws_api_gateway_stage"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV2_AWS_4"]
#     trivy: []
#     kics: ["982aa526-6970-4c59-8b9b-2ce7e019fe36"]
#     cdk_nag: ["AwsSolutions-APIG6"]
#     security_hub: ["APIGateway.1"]
#   expected: >-
#     settings.logging_level is ERROR or INFO.
#   fix:
#     terraform: >-
#       settings { logging_level = "ERROR" }
#   since: "0.1.0"
package bulwark.rules.apigateway_method_logged

import data.bulwark.lib.judge
import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method_settings")
	some fact in judge.one_of(r, ["settings", "logging_level"], allowed, "OFF")
}

# Without settings nothing is logged: https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
findings contains fact if {
	some stage in tf.resources(stage_type)
	not is_named(stage)
	some fact in links.required(stage, stage_type, "aws_api_gateway_method_settings", "method_settings")
}

# By a literal name, which is that of a stage within one interface.
is_named(stage) if {
	some settings in tf.resources("aws_api_gateway_method_settings")
	is_string(settings.values.stage_name)
	settings.values.stage_name == stage.values.stage_name
	count(tf.targets(settings.values.rest_api_id) & tf.targets(stage.values.rest_api_id)) > 0
}

stage_type := "aws_api_gateway_stage"

allowed := {"ERROR", "INFO"}
