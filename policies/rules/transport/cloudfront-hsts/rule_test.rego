package bulwark.rules_test.cloudfront_hsts

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_hsts as rule

test_a_year_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 31536000}]}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "absent"]}
}

test_a_day_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 86400}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "unknown", "expression-unresolved"]}
}
