package bulwark.rules_test.cloudfront_function_private

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cloudfront_function_private as rule

host := "abc123.lambda-url.eu-central-1.on.aws"

# Made of the address by cutting off its scheme.
cut := {"$unknown": "expression", "refs": ["aws_lambda_function_url.f"]}

origin(values) := object.union({"origin_id": "o", "domain_name": host, "custom_origin_config": [{"https_port": 443}]}, values)

distribution(values) := fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [origin(values)]})])

seen(findings) := {[fact.path, fact.detail, fact.verdict, fact.reason] | some fact in findings}

test_controlled_passes if {
	every name in [host, cut] {
		findings := rule.findings with input as distribution({"domain_name": name, "origin_access_control_id": "E1"})
		fx.verdicts(findings) == set()
	}
}

test_by_name_fails if {
	every control in [null, ""] {
		findings := rule.findings with input as distribution({"origin_access_control_id": control})
		seen(findings) == {["origin.origin_access_control_id", "o", "fail", "absent"]}
	}
}

test_by_reference_fails if {
	every name in [
		fx.ref("aws_lambda_function_url.f"),
		fx.ref("data.aws_lambda_function_url.f"),
		fx.ref(`module.app.aws_lambda_function_url.f["a"]`),
		cut,
		fx.template("${}.lambda-url.${}.on.aws", ["aws_lambda_function_url.f", "data.aws_region.r"]),
		{"$unknown": "expression", "refs": ["aws_lambda_function_url.f", "data.aws_region.r"]},
	] {
		findings := rule.findings with input as distribution({"domain_name": name})
		fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "fail", "absent"]}
	}
}

test_each_origin_is_told_by_its_id if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": [origin({"origin_id": "a"}), origin({"origin_id": "b", "origin_access_control_id": "E1"}), origin({"origin_id": "c"})]})])
	fx.details(findings) == {["aws_cloudfront_distribution.x", "a"], ["aws_cloudfront_distribution.x", "c"]}
}

test_other_origin_passes if {
	every name in [
		"api.example.com",
		fx.ref("aws_lb.l"),
		{"$unknown": "expression", "refs": ["aws_apigatewayv2_api.a"]},
		fx.template("${}.example.com", ["random_pet.p"]),
	] {
		findings := rule.findings with input as distribution({"domain_name": name})
		fx.verdicts(findings) == set()
	}
}

test_control_that_may_be_none_is_unknown if {
	findings := rule.findings with input as distribution({"origin_access_control_id": fx.expression})
	seen(findings) == {["origin.origin_access_control_id", "o", "unknown", "expression-unresolved"]}
}

test_name_of_which_nobody_knows_is_unknown if {
	every name in [
		fx.expression,
		{"$unknown": "expression", "refs": ["aws_ssm_parameter.p"]},
		{"$unknown": "expression", "refs": ["terraform_data.d"]},
		{"$unknown": "expression", "refs": ["aws_lambda_function_url.f", "aws_lb.l"]},
	] {
		findings := rule.findings with input as distribution({"domain_name": name})
		seen(findings) == {["origin.domain_name", "o", "unknown", "expression-unresolved"]}
	}
}

test_name_of_which_nobody_knows_passes_with_a_control_or_as_a_bucket if {
	controlled := rule.findings with input as distribution({"domain_name": fx.expression, "origin_access_control_id": "E1"})
	fx.verdicts(controlled) == set()
	bucket := rule.findings with input as distribution({"domain_name": fx.expression, "custom_origin_config": []})
	fx.verdicts(bucket) == set()
}

test_origins_of_which_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

signed(behavior) := fx.stack([
	fx.res("aws_cloudfront_origin_access_control.c", {"signing_behavior": behavior}),
	fx.res("aws_cloudfront_distribution.x", {"origin": [origin({"origin_access_control_id": fx.ref("aws_cloudfront_origin_access_control.c")})]}),
])

test_control_that_signs_passes if {
	findings := rule.findings with input as signed("always")
	fx.verdicts(findings) == set()
}

test_control_that_never_signs_fails if {
	findings := rule.findings with input as signed("never")
	{[fact.detail, fact.reason, fact.related] | some fact in findings} == {["o", "signs-nothing", ["aws_cloudfront_origin_access_control.c"]]}
}

test_control_that_may_sign_is_unknown if {
	findings := rule.findings with input as signed(fx.expression)
	fx.verdicts(findings) == {["aws_cloudfront_distribution.x", "unknown", "expression-unresolved"]}
}

test_origins_that_may_be_a_function_are_unknown_as_a_whole if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudfront_distribution.x", {"origin": cut})])
	{[fact.path, fact.verdict] | some fact in findings} == {["origin", "unknown"]}
}

test_origin_without_a_name_passes if {
	findings := rule.findings with input as distribution({"domain_name": null})
	fx.verdicts(findings) == set()
}
