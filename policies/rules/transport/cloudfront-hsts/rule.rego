# METADATA
# title: "Header policies make browsers stay with HTTPS"
# description: >-
#   Strict-Transport-Security tells a browser to refuse plain HTTP for the time it names, so that the first request
#   of tomorrow cannot be caught. A year is what browsers ask of those who mean it. Without the subdomains a cookie
#   still leaves in the clear for one of them; without override a weaker header of the origin wins. Being preloaded
#   into browsers can hardly be taken back, and is not asked for.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
#     description: "Response headers policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_response_headers_policy
#     description: "aws_cloudfront_response_headers_policy"
# custom:
#   severity: low
#   domain: transport
#   resource_types: ["aws_cloudfront_response_headers_policy"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_259"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     strict_transport_security.access_control_max_age_sec is at least 31536000, include_subdomains and override are true.
#   fix:
#     terraform: >-
#       strict_transport_security { access_control_max_age_sec = 31536000, include_subdomains = true, override = true }
#   since: "0.1.0"
package bulwark.rules.cloudfront_hsts

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudfront_response_headers_policy")
	some fact in judge.at_least(r, ["security_headers_config", "strict_transport_security", "access_control_max_age_sec"], year, null)
}

findings contains result.with_detail(fact, switch) if {
	some r in tf.resources("aws_cloudfront_response_headers_policy")
	transport := tf.dig(r.values, ["security_headers_config", "strict_transport_security"])
	tf.is_known(transport)
	some switch in ["include_subdomains", "override"]
	path := concat(".", ["security_headers_config.strict_transport_security", switch])
	some fact in judge.value_enabled(r, path, tf.step(transport, switch), false)
}

year := ((365 * 24) * 60) * 60
