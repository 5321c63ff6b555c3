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

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.absent(r, "origin.origin_access_control_id"), origin.origin_id) if {
	some [r, origin] in s3_origins
	nothing(tf.step(origin, "origin_access_control_id"))
	nothing(tf.dig(origin, ["s3_origin_config", "origin_access_identity"]))
}

findings contains result.unknown(r, "origin.domain_name", origin.domain_name) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some origin in tf.list(object.get(r.values, "origin", null))
	tf.is_unknown(origin.domain_name)
	not is_bucket(origin.domain_name)
	nothing(tf.step(origin, "origin_access_control_id"))
	is_null(tf.step(origin, "s3_origin_config"))
	is_null(tf.step(origin, "custom_origin_config"))
}

findings contains result.with_detail(result.unknown(r, "origin.origin_access_control_id", value), origin.origin_id) if {
	some [r, origin] in s3_origins
	value := tf.step(origin, "origin_access_control_id")
	judge.may_be_nothing(value)
	nothing(tf.dig(origin, ["s3_origin_config", "origin_access_identity"]))
}

findings contains result.unknown(r, "origin", origin) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some origin in tf.list(object.get(r.values, "origin", null))
	tf.is_unknown(origin)
}

s3_origins contains [r, origin] if {
	some r in tf.resources("aws_cloudfront_distribution")
	some origin in tf.list(object.get(r.values, "origin", null))
	is_object(origin)
	is_null(tf.step(origin, "custom_origin_config"))
	is_bucket(origin.domain_name)
}

is_bucket(name) if tf.refers_to_type(name, "aws_s3_bucket")

is_bucket(name) if regex.match(`\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$`, name)

# In blocks of a set a plan shows "" for what nobody wrote.
nothing(null)

nothing("")

findings contains result.with_detail(result.with_related(fact, [address]), origin.origin_id) if {
	some [r, origin] in s3_origins
	some target in tf.targets(tf.step(origin, "origin_access_control_id"))
	some address, behavior in controls[target]
	some fact in signing_facts(r, behavior)
}

signing_facts(r, "never") := [result.fail(r, "origin.origin_access_control_id", null, "signs-nothing")]

signing_facts(r, behavior) := [result.unknown(r, "origin.origin_access_control_id", behavior)] if tf.is_unknown(behavior)

# A complete rule, since looking into a partial one evaluates it again for each key.
controls := named

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
named[name][r.address] := behavior if {
	some r in tf.resources("aws_cloudfront_origin_access_control")
	behavior := tf.step(r.values, "signing_behavior")
	some name in tf.identifiers(r)
}
