package bulwark.rules_test.lambda_url_origins_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_url_origins_named as rule

test_named_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"cors": [{"allow_origins": ["https://app.example.com"]}]})])
	fx.verdicts(findings) == set()
}

test_none_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {})])
	fx.verdicts(findings) == set()
}

test_any_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"cors": [{"allow_origins": ["*"]}]})])
	fx.verdicts(findings) == {["aws_lambda_function_url.x", "fail", "any-origin"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"cors": [{"allow_origins": [fx.expression]}]})])
	fx.verdicts(findings) == {["aws_lambda_function_url.x", "unknown", "expression-unresolved"]}
}

test_any_origin_of_a_scheme_fails if {
	every origin in ["https://*", "http://*"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"cors": [{"allow_origins": ["https://app.example.com", origin]}]})])
		{[fact.verdict, fact.actual] | some fact in findings} == {["fail", origin]}
	}
}

test_a_named_origin_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"cors": [{"allow_origins": ["https://app.example.com"]}]})])
	fx.verdicts(findings) == set()
}
