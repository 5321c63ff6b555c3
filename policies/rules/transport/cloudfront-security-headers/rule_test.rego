package bulwark.rules_test.cloudfront_security_headers

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_security_headers as rule

test_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"response_headers_policy_id": "p"}]})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"response_headers_policy_id": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

test_policy_of_aws_for_other_origins_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"response_headers_policy_id": "60669652-455b-4ae9-85a4-c4c02393f86c"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "no-security-headers"]}
}

with_policy(values) := fx.stack([
	fx.res("aws_cloudfront_response_headers_policy.p", values),
	fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"response_headers_policy_id": fx.ref("aws_cloudfront_response_headers_policy.p")}]}),
])

test_own_policy_is_looked_into if {
	good := rule.findings with input as with_policy({"security_headers_config": [{"content_type_options": [{"override": true}]}]})
	fx.verdicts(good) == set()
	bare := rule.findings with input as with_policy({"cors_config": [{"origin_override": true}]})
	fx.verdicts(bare) == {["aws_cloudfront_distribution.x", "fail", "no-security-headers"]}
	later := rule.findings with input as with_policy({"security_headers_config": fx.expression})
	fx.verdicts(later) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

test_the_other_policy_of_aws_for_other_origins_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"ordered_cache_behavior": [{"response_headers_policy_id": "5cc3b908-e619-4b99-88e5-2cf7f45965bd"}]})])
	fx.details(findings) == {["aws_cloudfront_distribution.x", "ordered_cache_behavior[0].response_headers_policy_id"]}
}

test_a_policy_that_nobody_names_decides_nothing if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_cloudfront_response_headers_policy.bare", {"cors_config": [{"origin_override": true}]}),
		fx.res("aws_cloudfront_response_headers_policy.whole", {"security_headers_config": [{"content_type_options": [{"override": true}]}]}),
		fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"response_headers_policy_id": fx.ref("aws_cloudfront_response_headers_policy.whole")}]}),
	])
	fx.verdicts(findings) == set()
}
