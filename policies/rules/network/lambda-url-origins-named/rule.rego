# METADATA
# title: "Only named web pages may call function addresses"
# description: >-
#   allow_origins * (or https://*) lets the scripts of any page a user visits read the answers.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
#     description: "CORS of function URLs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function_url
#     description: "aws_lambda_function_url"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_lambda_function_url"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV2_AWS_75"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     cors.allow_origins holds neither * nor a scheme with *.
#   fix:
#     terraform: >-
#       allow_origins = ["https://app.example.com"]
#   since: "0.1.0"
package bulwark.rules.lambda_url_origins_named

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "cors.allow_origins", origin, "any-origin") if {
	some r in tf.resources("aws_lambda_function_url")
	some origin in tf.list(tf.dig(r.values, ["cors", "allow_origins"]))
	net.is_any_origin(origin)
}

findings contains result.unknown(r, "cors.allow_origins", value) if {
	some r in tf.resources("aws_lambda_function_url")
	some value in tf.list(tf.dig(r.values, ["cors", "allow_origins"]))
	tf.is_unknown(value)
}
