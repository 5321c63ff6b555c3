# METADATA
# title: "Buckets behind a distribution answer only to it"
# description: >-
#   Without origin access control the bucket must be public to be served, and then the firewall and the log of the
#   distribution are walked around. The older access identity counts, though it cannot read objects under a
#   customer key.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
#     description: "Origin access control"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-13
#     description: "CloudFront.13"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_origin_access_control
#     description: "aws_cloudfront_origin_access_control"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV2_AWS_46"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-CFR7", "AwsSolutions-S5"]
#     security_hub: ["CloudFront.13"]
#     regula: []
#   expected: >-
#     Each bucket origin names an origin_access_control_id, whose signing_behavior is not never, or an origin access
#     identity.
#   fix:
#     terraform: >-
#       origin_access_control_id = aws_cloudfront_origin_access_control.NAME.id
#   since: "0.1.0"
package bulwark.rules.cloudfront_bucket_private

import data.bulwark.lib.cloudfront
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.absent(r, "origin.origin_access_control_id"), origin.origin_id) if {
	some [r, origin] in s3_origins
	cloudfront.nothing(tf.step(origin, "origin_access_control_id"))
	cloudfront.nothing(tf.dig(origin, ["s3_origin_config", "origin_access_identity"]))
}

findings contains result.unknown(r, "origin.domain_name", origin.domain_name) if {
	some [r, origin] in cloudfront.origins
	tf.is_unknown(origin.domain_name)
	not is_bucket(origin.domain_name)
	cloudfront.nothing(tf.step(origin, "origin_access_control_id"))
	is_null(tf.step(origin, "s3_origin_config"))
	is_null(tf.step(origin, "custom_origin_config"))
}

findings contains result.with_detail(fact, origin.origin_id) if {
	some [r, origin] in s3_origins
	cloudfront.nothing(tf.dig(origin, ["s3_origin_config", "origin_access_identity"]))
	some fact in cloudfront.may_be_uncontrolled(r, origin)
}

findings contains result.with_detail(fact, origin.origin_id) if {
	some [r, origin] in s3_origins
	some fact in cloudfront.signed(r, origin)
}

findings contains result.unknown(r, "origin", origin) if {
	some [r, origin] in cloudfront.origins
	tf.is_unknown(origin)
}

s3_origins contains [r, origin] if {
	some [r, origin] in cloudfront.origins
	is_object(origin)
	is_null(tf.step(origin, "custom_origin_config"))
	is_bucket(origin.domain_name)
}

is_bucket(name) if tf.refers_to_type(name, "aws_s3_bucket")

is_bucket(name) if regex.match(`\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$`, name)
