# METADATA
# title: "Distributions record who called them"
# description: >-
#   Standard logs name address, path and answer of each request, the old way with logging_config or the new one
#   with a log delivery source.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
#     description: "Access logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-5
#     description: "CloudFront.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_delivery_source
#     description: "aws_cloudwatch_log_delivery_source"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_cloudfront_distribution", "aws_cloudwatch_log_delivery_source"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_86"]
#     trivy: ["AWS-0010"]
#     kics: ["94690d79-b3b0-43de-b656-84ebef5753e5"]
#     cdk_nag: ["AwsSolutions-CFR3"]
#     security_hub: ["CloudFront.5"]
#     regula: ["FG_R00067"]
#   expected: >-
#     logging_config is written, or an aws_cloudwatch_log_delivery_source names the distribution.
#   fix:
#     terraform: >-
#       logging_config { bucket = aws_s3_bucket.NAME.bucket_domain_name }
#   since: "0.1.0"
package bulwark.rules.cloudfront_logged

import data.bulwark.lib.judge
import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudfront_distribution")
	bucket(r) in {null, ""}
	some fact in links.required(r, "aws_cloudfront_distribution", "aws_cloudwatch_log_delivery_source", "logging_config")
}

findings contains result.unknown(r, "logging_config", bucket(r)) if {
	some r in tf.resources("aws_cloudfront_distribution")
	is_undecided(r)
	count(links.to(r, "aws_cloudwatch_log_delivery_source")) == 0
}

# Later releases of the provider take a logging_config without a bucket, which writes no log by itself.
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#logging-config-arguments
bucket(r) := tf.dig(r.values, ["logging_config", "bucket"])

is_undecided(r) if tf.is_unknown(tf.step(r.values, "logging_config"))

is_undecided(r) if judge.may_be_nothing(bucket(r))
