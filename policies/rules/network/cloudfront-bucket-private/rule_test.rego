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

origin(values) := fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [object.union({"origin_id": "o", "domain_name": fx.ref("aws_s3_bucket.b")}, values)]})])

test_control_that_may_be_none_is_unknown if {
	findings := rule.findings with input as origin({"origin_access_control_id": fx.expression})
	{[fact.path, fact.detail, fact.verdict] | some fact in findings} == {["origin.origin_access_control_id", "o", "unknown"]}
}

test_control_that_may_be_none_passes_beside_an_identity if {
	findings := rule.findings with input as origin({"origin_access_control_id": fx.expression, "s3_origin_config": [{"origin_access_identity": "origin-access-identity/cloudfront/E1"}]})
	fx.verdicts(findings) == set()
}

test_name_of_which_nobody_knows_passes_where_it_does_not_decide if {
	every values in [
		{"origin_access_control_id": "E1"},
		{"s3_origin_config": [{"origin_access_identity": "origin-access-identity/cloudfront/E1"}]},
		{"custom_origin_config": [{"http_port": 80}]},
	] {
		findings := rule.findings with input as origin(object.union({"domain_name": fx.expression}, values))
		fx.verdicts(findings) == set()
	}
}

test_bucket_served_as_a_website_is_judged_elsewhere if {
	findings := rule.findings with input as origin({"custom_origin_config": [{"http_port": 80}]})
	fx.verdicts(findings) == set()
}

test_origins_of_which_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": fx.expression})])
	{[fact.path, fact.verdict] | some fact in findings} == {["origin", "unknown"]}
}
