package bulwark.rules_test.cloudfront_origin_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_origin_tls as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o", "custom_origin_config": [{"origin_protocol_policy": "https-only", "origin_ssl_protocols": ["TLSv1.2"]}]}]})])
	fx.verdicts(findings) == set()
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o", "custom_origin_config": [{"origin_protocol_policy": "http-only", "origin_ssl_protocols": ["TLSv1.2"]}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "not-allowed"]}
}

test_old_protocol_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o", "custom_origin_config": [{"origin_protocol_policy": "https-only", "origin_ssl_protocols": ["TLSv1", "TLSv1.2"]}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "old-tls"]}
}

test_bucket_origin_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o"}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o", "custom_origin_config": [{"origin_protocol_policy": fx.expression, "origin_ssl_protocols": ["TLSv1.2"]}]}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

vpc_origin(policy, protocols) := fx.stack([fx.res("aws_cloudfront_vpc_origin.o", {"vpc_origin_endpoint_config": [{"origin_protocol_policy": policy, "origin_ssl_protocols": [{"items": protocols}]}]})])

test_origin_in_a_vpc_is_judged_alike if {
	good := rule.findings with input as vpc_origin("https-only", ["TLSv1.2"])
	fx.verdicts(good) == set()
	plain := rule.findings with input as vpc_origin("http-only", ["TLSv1.2"])
	fx.verdicts(plain) == {["aws_cloudfront_vpc_origin.o", "fail", "not-allowed"]}
	old := rule.findings with input as vpc_origin("https-only", ["SSLv3", "TLSv1.2"])
	fx.verdicts(old) == {["aws_cloudfront_vpc_origin.o", "fail", "old-tls"]}
	later := rule.findings with input as vpc_origin("https-only", fx.expression)
	fx.verdicts(later) == {["aws_cloudfront_vpc_origin.o", "unknown", "expression-unresolved"]}
}

test_each_old_protocol_fails if {
	every protocol in ["SSLv3", "TLSv1", "TLSv1.1"] {
		findings := rule.findings with input as vpc_origin("https-only", [protocol])
		fx.details(findings) == {["aws_cloudfront_vpc_origin.o", protocol]}
	}
}

test_unresolved_protocols_of_a_distribution_are_unknown if {
	every protocols in [fx.expression, ["TLSv1.2", fx.expression]] {
		findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"origin_id": "o", "custom_origin_config": [{"origin_protocol_policy": "https-only", "origin_ssl_protocols": protocols}]}]})])
		fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
	}
}

test_an_origin_that_nobody_knows_is_told_once if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [fx.expression]})])
	{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "origin"]}
}
