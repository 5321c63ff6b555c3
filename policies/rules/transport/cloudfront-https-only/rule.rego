# METADATA
# title: "Viewers reach distributions over HTTPS only"
# description: >-
#   allow-all serves the same page in the clear, where it can be read and changed on the way.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
#     description: "HTTPS for viewers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-3
#     description: "CloudFront.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: high
#   domain: transport
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_34"]
#     trivy: ["AWS-0012"]
#     kics: ["55af1353-2f62-4fa0-a8e1-a210ca2708f5"]
#     cdk_nag: []
#     security_hub: ["CloudFront.3"]
#     regula: ["FG_R00011"]
#   expected: >-
#     viewer_protocol_policy of each behaviour is https-only or redirect-to-https.
#   fix:
#     terraform: >-
#       viewer_protocol_policy = "redirect-to-https"
#   since: "0.1.0"
package bulwark.rules.cloudfront_https_only

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, path) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some kind in ["default_cache_behavior", "ordered_cache_behavior"]
	some index, behaviour in tf.list(object.get(r.values, kind, null))
	path := concat("", [kind, "[", format_int(index, 10), "].viewer_protocol_policy"])
	value := tf.step(behaviour, "viewer_protocol_policy")
	some fact in judge.value_one_of(r, path, value, {"https-only", "redirect-to-https"}, null)
}
