# METADATA
# title: "A web firewall stands before REST interfaces"
# description: >-
#   AWS WAF turns away floods, known bad requests and addresses of bad repute before they reach the code.
# related_resources:
#   - ref: https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html
#     description: "AWS WAF"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-4
#     description: "APIGateway.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_stage
#     description: "aws_api_gateway_stage"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_api_gateway_stage"]
#   obligations: [OBL-IAM-10, OBL-CONS-4]
#   equivalents:
#     checkov: ["CKV2_AWS_29"]
#     trivy: []
#     kics: ["a186e82c-1078-4a7b-85d8-579561fde884"]
#     cdk_nag: ["AwsSolutions-APIG3"]
#     security_hub: ["APIGateway.4"]
#   expected: >-
#     An aws_wafv2_web_acl_association names the stage.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_association" "api" { resource_arn = aws_api_gateway_stage.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.apigateway_stage_firewalled

import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_stage")
	some fact in links.required(r, "aws_api_gateway_stage", "aws_wafv2_web_acl_association", "web_acl_arn")
}
