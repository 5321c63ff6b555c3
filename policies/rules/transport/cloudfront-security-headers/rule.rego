# METADATA
# title: "Pages carry security headers"
# description: >-
#   A response headers policy adds HSTS, frame and content type headers to every answer, so that browsers refuse
#   plain HTTP and foreign frames.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html
#     description: "Response headers policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
#     description: "aws_cloudfront_distribution"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_cloudfront_distribution"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_32"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     response_headers_policy_id of each behaviour is written.
#   fix:
#     terraform: >-
#       response_headers_policy_id = aws_cloudfront_response_headers_policy.NAME.id
#   since: "0.1.0"
package bulwark.rules.cloudfront_security_headers

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, path) if {
	some r in tf.resources("aws_cloudfront_distribution")
	some kind in ["default_cache_behavior", "ordered_cache_behavior"]
	some index, behaviour in tf.list(object.get(r.values, kind, null))
	path := concat("", [kind, "[", format_int(index, 10), "].response_headers_policy_id"])
	some fact in judge.value_known_written(r, path, tf.step(behaviour, "response_headers_policy_id"))
}
