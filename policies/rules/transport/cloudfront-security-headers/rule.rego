# METADATA
# title: "Pages carry security headers"
# description: >-
#   A response headers policy adds HSTS, frame and content type headers to every answer, so that browsers refuse
#   plain HTTP and foreign frames. One for other origins alone, as two of AWS are, adds none of them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html
#     description: "Response headers policies"
#   - ref: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
#     description: "Managed response headers policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_response_headers_policy
#     description: "aws_cloudfront_response_headers_policy"
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
#     regula: []
#   expected: >-
#     response_headers_policy_id of each behaviour is written and names a policy with security headers.
#   fix:
#     terraform: >-
#       response_headers_policy_id = aws_cloudfront_response_headers_policy.NAME.id
#   since: "0.1.0"
package bulwark.rules.cloudfront_security_headers

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, path) if {
	some [r, path, policy] in named
	some fact in judge.value_known_written(r, path, policy)
}

findings contains result.with_detail(result.fail(r, path, policy, "no-security-headers"), path) if {
	some [r, path, policy] in named
	without_headers[policy]
}

findings contains result.with_detail(result.with_related(fact, [address]), path) if {
	some [r, path, policy] in named
	some target in tf.targets(policy)
	some address, headers in policies[target]
	some fact in header_facts(r, path, headers)
}

header_facts(r, path, null) := [result.fail(r, path, null, "no-security-headers")]

header_facts(r, path, headers) := [result.unknown(r, path, headers)] if tf.is_unknown(headers)

named := [[r, path, tf.step(behaviour, "response_headers_policy_id")] |
	some r in tf.resources("aws_cloudfront_distribution")
	some kind in ["default_cache_behavior", "ordered_cache_behavior"]
	some index, behaviour in tf.list(object.get(r.values, kind, null))
	path := concat("", [kind, "[", format_int(index, 10), "].response_headers_policy_id"])
]

# SimpleCORS and CORS-With-Preflight.
without_headers := {"60669652-455b-4ae9-85a4-c4c02393f86c", "5cc3b908-e619-4b99-88e5-2cf7f45965bd"}

# A complete rule, since looking into a partial one evaluates it again for each key.
policies := by_name

by_name[name][r.address] := headers if {
	some r in tf.resources("aws_cloudfront_response_headers_policy")
	headers := tf.step(r.values, "security_headers_config")
	some name in tf.identifiers(r)
}
