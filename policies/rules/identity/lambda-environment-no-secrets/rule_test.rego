package bulwark.rules_test.lambda_environment_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_environment_no_secrets as rule

test_place_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"API_TOKEN_ARN": "arn:aws:secretsmanager:x", "TOKEN_TTL_SECONDS": "60"}}]})])
	fx.verdicts(findings) == set()
}

test_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"API_TOKEN": fx.ref("aws_x.y")}}]})])
	fx.verdicts(findings) == set()
}

test_token_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"API_TOKEN": "hunter2"}}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "secret-written-out"]}
}

test_access_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"MODE": "AKIAABCDEFGHIJKLMNOP"}}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "secret-written-out"]}
}

test_no_environment_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": fx.expression}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "unknown", "expression-unresolved"]}
}
