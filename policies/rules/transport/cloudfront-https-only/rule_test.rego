package bulwark.rules_test.cloudfront_https_only

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_https_only as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}]})])
	fx.verdicts(findings) == set()
}

test_all_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "not-allowed"]}
}

test_second_behaviour_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"viewer_protocol_policy": "https-only"}], "ordered_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"default_cache_behavior": [{"viewer_protocol_policy": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}
