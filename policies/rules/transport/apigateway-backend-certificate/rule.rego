# METADATA
# title: "REST interfaces prove to their backends who calls"
# description: >-
#   A backend that API Gateway reaches over HTTP can be called by everyone who finds its address. With a client
#   certificate it can refuse all others. Interfaces whose every integration is an AWS service are signed without
#   it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
#     description: "Client certificates"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-2
#     description: "APIGateway.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
#     description: "aws_api_gateway_stage"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_api_gateway_stage"]
#   obligations: [OBL-IAM-10, OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_51"]
#     trivy: []
#     kics: ["0b4869fc-a842-4597-aa00-1294df425440"]
#     cdk_nag: []
#     security_hub: ["APIGateway.2"]
#     regula: []
#   expected: >-
#     client_certificate_id is written, unless no integration of the stack is HTTP.
#   fix:
#     terraform: >-
#       client_certificate_id = aws_api_gateway_client_certificate.NAME.id
#   since: "0.1.0"
package bulwark.rules.apigateway_backend_certificate

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_stage")
	not only_services
	some fact in judge.known_written(r, ["client_certificate_id"])
}

findings contains result.not_applicable(r, "no-http-backend") if {
	some r in tf.resources("aws_api_gateway_stage")
	only_services
}

only_services if {
	integrations := tf.resources("aws_api_gateway_integration")
	count(integrations) > 0
	every integration in integrations {
		tf.step(integration.values, "type") in {"AWS", "AWS_PROXY", "MOCK"}
	}
}
