# METADATA
# title: "Requests can be followed through the backend"
# description: >-
#   A trace shows which function and table a request touched and where it was slow or failed: what one needs when
#   an incident is reconstructed.
# related_resources:
#   - ref: https://docs.aws.amazon.com/xray/latest/devguide/xray-services-apigateway.html
#     description: "X-Ray and API Gateway"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-3
#     description: "APIGateway.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
#     description: "aws_api_gateway_stage"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_api_gateway_stage"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: ["CKV_AWS_73"]
#     trivy: ["AWS-0003"]
#     kics: ["5813ef56-fa94-406a-b35d-977d4a56ff2b"]
#     cdk_nag: []
#     security_hub: ["APIGateway.3"]
#     regula: []
#   expected: >-
#     xray_tracing_enabled is true.
#   fix:
#     terraform: >-
#       xray_tracing_enabled = true
#   since: "0.1.0"
package bulwark.rules.apigateway_stage_traced

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_stage")
	some fact in judge.enabled(r, ["xray_tracing_enabled"], false)
}
