# METADATA
# title: "Only named web pages reach a bucket from a browser"
# description: >-
#   allowed_origins * (or https://*) lets the scripts of any page a user has open read or write the bucket with that user's
#   credentials or signed links.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
#     description: "CORS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_cors_configuration
#     description: "aws_s3_bucket_cors_configuration"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_s3_bucket_cors_configuration", "aws_s3_bucket"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["98a8f708-121b-455b-ae2f-da3fb59d17e1"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No CORS rule has the origin * or a scheme with *.
#   fix:
#     terraform: >-
#       allowed_origins = ["https://app.example.com"]
#   since: "0.1.0"
package bulwark.rules.s3_bucket_origins_named

import data.bulwark.lib.net
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "cors_rule.allowed_origins", origin, "any-origin"), format_int(index, 10)) if {
	some [r, index, rule] in rules
	some origin in tf.list(tf.step(rule, "allowed_origins"))
	net.is_any_origin(origin)
}

findings contains result.unknown(r, "cors_rule.allowed_origins", value) if {
	some [r, _, rule] in rules
	some value in array.concat([rule], tf.list(tf.step(rule, "allowed_origins")))
	tf.is_unknown(value)
	not tf.has_text(value)
}

rules contains [r, index, rule] if {
	some type in ["aws_s3_bucket_cors_configuration", "aws_s3_bucket"]
	some r in tf.resources(type)
	some index, rule in tf.list(object.get(r.values, "cors_rule", null))
}
