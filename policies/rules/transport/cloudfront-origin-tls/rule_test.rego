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
