package bulwark.rules_test.cloudfront_bucket_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_bucket_private as rule

test_controlled_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": "a.s3.eu-central-1.amazonaws.com", "origin_access_control_id": "E1", "origin_id": "o"}]})])
	fx.verdicts(findings) == set()
}

test_identity_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": fx.ref("aws_s3_bucket.b"), "s3_origin_config": [{"origin_access_identity": "origin-access-identity/cloudfront/E1"}], "origin_id": "o"}]})])
	fx.verdicts(findings) == set()
}

test_other_origin_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": "api.example.com", "custom_origin_config": [{"http_port": 80}], "origin_id": "o"}]})])
	fx.verdicts(findings) == set()
}

test_open_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": fx.ref("aws_s3_bucket.b"), "origin_id": "o"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": fx.expression, "origin_id": "o"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

signed(behavior) := fx.stack([
	fx.res("aws_cloudfront_origin_access_control.c", {"signing_behavior": behavior}),
	fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": fx.ref("aws_s3_bucket.b"), "origin_access_control_id": fx.ref("aws_cloudfront_origin_access_control.c"), "origin_id": "o"}]}),
])

test_control_that_signs_passes if {
	findings := rule.findings with input as signed("always")
	fx.verdicts(findings) == set()
}

test_control_that_never_signs_fails if {
	findings := rule.findings with input as signed("never")
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "signs-nothing"]}
}

test_unresolved_signing_is_unknown if {
	findings := rule.findings with input as signed(fx.expression)
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

test_open_in_china_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [{"domain_name": "a.s3.cn-north-1.amazonaws.com.cn", "origin_id": "o"}]})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
}
