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
