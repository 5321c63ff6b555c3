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
# custom:
#   severity: medium
#   domain: data
#   resource_types: ["aws_api_gateway_method_settings"]
#   obligations: [OBL-DATA-5, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_276"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     settings.data_trace_enabled is not true.
#   fix:
#     terraform: >-
#       settings { data_trace_enabled = false }
#   since: "0.1.0"
package bulwark.rules.apigateway_no_payload_log

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method_settings")
	some fact in judge.off(r, ["settings", "data_trace_enabled"], "payload-logged")
}
