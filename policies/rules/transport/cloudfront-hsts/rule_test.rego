package bulwark.rules_test.cloudfront_hsts

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_hsts as rule

test_a_year_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 31536000, "include_subdomains": true, "override": true}]}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "absent"]}
}

test_a_day_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 86400, "include_subdomains": true, "override": true}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": fx.expression, "include_subdomains": true, "override": true}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "unknown", "expression-unresolved"]}
}

test_without_subdomains_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 31536000, "override": true}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "absent"]}
}

test_weaker_header_of_the_origin_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 31536000, "include_subdomains": true, "override": false}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "fail", "disabled"]}
}

test_switch_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_response_headers_policy.x", {"security_headers_config": [{"strict_transport_security": [{"access_control_max_age_sec": 31536000, "include_subdomains": fx.expression, "override": true}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_response_headers_policy.x", "unknown", "expression-unresolved"]}
}
