# METADATA
# title: "Distributions fetch from their origins over current TLS"
# description: >-
#   HTTPS to the edge is worth little when the way from there to the origin is in the clear or takes SSL 3 and TLS
#   1.0.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
#     description: "HTTPS to origins"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-9
#     description: "CloudFront.9 and .10"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_vpc_origin
#     description: "aws_cloudfront_vpc_origin"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_cloudfront_distribution", "aws_cloudfront_vpc_origin"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_54", "CKV2_AWS_72"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-CFR5"]
#     security_hub: ["CloudFront.9", "CloudFront.10"]
#     regula: ["FG_R00010"]
#   expected: >-
#     origin_protocol_policy is https-only and origin_ssl_protocols holds TLSv1.2 alone.
#   fix:
#     terraform: >-
#       origin_protocol_policy = "https-only", origin_ssl_protocols = ["TLSv1.2"]
#   since: "0.1.0"
package bulwark.rules.cloudfront_origin_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, origin.origin_id) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some origin in tf.list(object.get(r.values, "origin", null))
	policy := tf.dig(origin, ["custom_origin_config", "origin_protocol_policy"])
	not is_null(policy)
	some fact in judge.value_one_of(r, "origin.custom_origin_config.origin_protocol_policy", policy, {"https-only"}, null)
}

findings contains result.unknown(r, "origin", block) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some block in tf.list(object.get(r.values, "origin", null))
	tf.is_unknown(block)
}

findings contains fact if {
	some r in tf.resources("aws_cloudfront_vpc_origin")
	some fact in judge.one_of(r, ["vpc_origin_endpoint_config", "origin_protocol_policy"], {"https-only"}, null)
}

findings contains result.with_detail(result.fail(r, path, protocol, "old-tls"), protocol) if {
	some [r, path, protocol] in protocols
	protocol in {"SSLv3", "TLSv1", "TLSv1.1"}
}

findings contains result.unknown(r, path, protocol) if {
	some [r, path, protocol] in protocols
	tf.is_unknown(protocol)
}

protocols := array.concat(
	[[r, "origin.custom_origin_config.origin_ssl_protocols", protocol] |
		some r in tf.resources("aws_cloudfront_distribution")
		some origin in tf.list(object.get(r.values, "origin", null))
		not tf.is_unknown(origin)
		some protocol in tf.list(tf.dig(origin, ["custom_origin_config", "origin_ssl_protocols"]))
	],
	[[r, "vpc_origin_endpoint_config.origin_ssl_protocols.items", protocol] |
		some r in tf.resources("aws_cloudfront_vpc_origin")
		some protocol in tf.list(tf.dig(r.values, ["vpc_origin_endpoint_config", "origin_ssl_protocols", "items"]))
	],
)
