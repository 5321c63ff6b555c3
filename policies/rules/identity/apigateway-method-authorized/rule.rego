# METADATA
# title: "Each REST method asks who calls"
# description: >-
#   authorization NONE leaves the method open to anyone who finds the address. An API key counts as the scanners
#   count it, though it tells callers apart rather than proving who they are.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
#     description: "Access to REST APIs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method
#     description: "aws_api_gateway_method"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_api_gateway_method"]
#   obligations: [OBL-IAM-1]
#   equivalents:
#     checkov: ["CKV_AWS_59", "CKV2_AWS_70"]
#     trivy: ["AWS-0004"]
#     kics: ["15ccec05-5476-4890-ad19-53991eba1db8"]
#     cdk_nag: ["AwsSolutions-APIG4"]
#     security_hub: []
#     regula: []
#   expected: >-
#     authorization is AWS_IAM, CUSTOM or COGNITO_USER_POOLS, or an API key is required.
#   fix:
#     terraform: >-
#       authorization = "AWS_IAM"
#   since: "0.1.0"
package bulwark.rules.apigateway_method_authorized

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method")
	not is_preflight(r)
	not tf.is_true(tf.step(r.values, "api_key_required"))
	count(excuses(r)) == 0
	some fact in judged(r)
}

# It is not authorized, but may ask for a key or be a preflight.
findings contains result.unknown(r, attribute, value) if {
	some r in tf.resources("aws_api_gateway_method")
	not is_preflight(r)
	not tf.is_true(tf.step(r.values, "api_key_required"))
	count(judged(r)) > 0
	some attribute, value in excuses(r)
}

judged(r) := judge.value_one_of(r, "authorization", tf.step(r.values, "authorization"), {"AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"}, "NONE")

excuses(r) := {attribute: value |
	some attribute in ["api_key_required", "http_method"]
	value := tf.step(r.values, attribute)
	tf.is_unknown(value)
}

findings contains result.not_applicable(r, "preflight") if {
	some r in tf.resources("aws_api_gateway_method")
	is_preflight(r)
}

# A browser sends the preflight of CORS without credentials.
is_preflight(r) if r.values.http_method == "OPTIONS"
