package bulwark.rules_test.cloudfront_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_tls as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1.2_2021"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"viewer_certificate": [{"acm_certificate_arn": "x"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_default_certificate_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"viewer_certificate": [{"cloudfront_default_certificate": true}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "old-tls"]}
}

test_old_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1.1_2016"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"viewer_certificate": [{"minimum_protocol_version": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}
