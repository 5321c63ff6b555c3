# METADATA
# title: "No bucket is a web site by itself"
# description: >-
#   The web site endpoint of S3 speaks plain HTTP only and needs the bucket open to everyone. CloudFront before a
#   private bucket gives the same pages over TLS, and the advisories of a manufacturer are read there unaltered.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
#     description: "Website endpoints"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_website_configuration
#     description: "aws_s3_bucket_website_configuration"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_website_configuration"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["42bb6b7f-6d54-4428-b707-666f669d94fb"]
#     cdk_nag: ["AwsSolutions-S5"]
#     security_hub: []
#     regula: []
#   expected: >-
#     There is neither aws_s3_bucket_website_configuration nor a website block.
#   fix:
#     terraform: >-
#       aws_cloudfront_distribution with an origin access control before the bucket
#   since: "0.1.0"
package bulwark.rules.s3_bucket_no_website

import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.from(result.fail(r, "website", null, "plain-website"), site) if {
	some r in s3.holders(website_type)
	not doubtful[r.address]
	some site in s3.companions(r, website_type)
}

findings contains fact if some fact in s3.set_aside(website_type)

website_type := "aws_s3_bucket_website_configuration"

findings contains result.fail(bucket, "website", null, "plain-website") if {
	some bucket in s3.buckets
	site := tf.head(object.get(bucket.values, "website", null))
	not is_null(site)
	not tf.is_unknown(site)
}

findings contains result.unknown(bucket, "website", site) if {
	some bucket in s3.buckets
	site := tf.head(object.get(bucket.values, "website", null))
	tf.is_unknown(site)
}

# The website of a bucket that nobody can name may be any one's.
findings contains s3.from(result.unknown(r, "website", site.values.bucket), site) if {
	some site in s3.strays(website_type)
	some r in array.concat(s3.buckets, [site])
}

doubtful := {site.address | some site in s3.strays(website_type)}
