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
#     checkov: ["CKV2_AWS_29", "CKV2_AWS_77"]
#     trivy: []
#     kics: ["a186e82c-1078-4a7b-85d8-579561fde884"]
#     cdk_nag: ["AwsSolutions-APIG3"]
#     security_hub: ["APIGateway.4"]
#     regula: []
#   expected: >-
#     An aws_wafv2_web_acl_association names the stage, or its interface is PRIVATE.
#   fix:
#     terraform: >-
#       resource "aws_wafv2_web_acl_association" "api" { resource_arn = aws_api_gateway_stage.NAME.arn, ... }
#   since: "0.1.0"
package bulwark.rules.apigateway_stage_firewalled

import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_stage")
	some fact in by_reach(r, reaches(r))
}

by_reach(r, kinds) := [result.not_applicable(r, "private")] if {
	kinds == {["PRIVATE"]}
} else := facts if {
	count([kind | some types in kinds; some kind in types; tf.is_unknown(kind)]) == 0
	facts := guard(r)
} else := [] if {
	count(guard(r)) == 0
} else := [result.unknown(r, "rest_api_id", {"$unknown": "reference", "refs": tf.refs(object.get(r.values, "rest_api_id", null))})]

guard(r) := links.required(r, "aws_api_gateway_stage", "aws_wafv2_web_acl_association", "web_acl_arn")

# What may call the interface of a stage: only networks with a VPC endpoint where it is PRIVATE.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
reaches(r) := {types |
	some target in tf.targets(object.get(r.values, "rest_api_id", null))
	some types in endpoint_types[target]
}

# A complete rule, since looking into a partial one evaluates it again for each key.
endpoint_types := types_by_name

types_by_name[name] contains tf.list(tf.dig(api.values, ["endpoint_configuration", "types"])) if {
	some api in tf.resources("aws_api_gateway_rest_api")
	some name in tf.identifiers(api)
}
