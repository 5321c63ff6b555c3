# METADATA
# title: "Cached answers are encrypted"
# description: >-
#   The cache of a stage holds whole answers for minutes; unless told so it holds them in the clear.
# related_resources:
#   - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
#     description: "Caching"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5
#     description: "APIGateway.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
#     description: "aws_api_gateway_method_settings"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_api_gateway_method_settings"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_308"]
#     trivy: ["AWS-0002"]
#     kics: ["b7c9a40c-23e4-4a2d-8d39-a3352f10f288"]
#     cdk_nag: []
#     security_hub: ["APIGateway.5"]
#   expected: >-
#     settings.cache_data_encrypted is true where caching is on.
#   fix:
#     terraform: >-
#       settings { cache_data_encrypted = true }
#   since: "0.1.0"
package bulwark.rules.apigateway_cache_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_api_gateway_method_settings")
	not is_uncached(r)
	some fact in judge.enabled(r, ["settings", "cache_data_encrypted"], false)
}

findings contains result.not_applicable(r, "no-cache") if {
	some r in tf.resources("aws_api_gateway_method_settings")
	is_uncached(r)
}

is_uncached(r) if is_null(tf.dig(r.values, ["settings", "caching_enabled"]))

is_uncached(r) if tf.is_false(tf.dig(r.values, ["settings", "caching_enabled"]))
