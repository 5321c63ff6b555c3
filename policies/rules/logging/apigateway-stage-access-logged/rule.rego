# METADATA
# title: "Interfaces record who called them"
# description: >-
#   The access log of a stage names caller, route and answer of each request. Without it an attack on the
#   interface leaves no trace in the account.
#   stage_name of a deployment makes a stage as well, one that has no settings at all.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#     description: "Logging of API Gateway"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-9
#     description: "APIGateway.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
#     description: "aws_api_gateway_stage"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_stage
#     description: "aws_apigatewayv2_stage"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_api_gateway_stage", "aws_apigatewayv2_stage", "aws_api_gateway_deployment"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_76"]
#     trivy: ["AWS-0001"]
#     kics: ["1b6799eb-4a7a-4b04-9001-8cceb9999326", "625abc0e-f980-4ac9-a775-f7519ee34296"]
#     cdk_nag: ["AwsSolutions-APIG1"]
#     security_hub: ["APIGateway.9"]
#     regula: []
#   expected: >-
#     access_log_settings names a destination.
#   fix:
#     terraform: >-
#       Make the stage by aws_api_gateway_stage; access_log_settings { destination_arn = aws_cloudwatch_log_group.NAME.arn, format = ... }
#   since: "0.1.0"
package bulwark.rules.apigateway_stage_access_logged

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_api_gateway_stage", "aws_apigatewayv2_stage"]
	some r in tf.resources(type)
	some fact in judge.known_written(r, ["access_log_settings", "destination_arn"])
}

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_deployment
findings contains result.fail(r, "stage_name", name, "stage-without-settings") if {
	some r in tf.resources("aws_api_gateway_deployment")
	name := object.get(r.values, "stage_name", null)
	is_string(name)
	name != ""
}

findings contains result.unknown(r, "stage_name", name) if {
	some r in tf.resources("aws_api_gateway_deployment")
	name := object.get(r.values, "stage_name", null)
	tf.is_unknown(name)
}
