package bulwark.rules_test.lambda_environment_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_environment_no_secrets as rule

test_place_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"API_TOKEN_ARN": "arn:aws:secretsmanager:x", "TOKEN_TTL_SECONDS": "60"}}]})])
	fx.verdicts(findings) == set()
}

test_reference_to_the_place_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"API_TOKEN": fx.ref("aws_secretsmanager_secret.y"), "API_TOKEN_ARN": fx.ref("aws_x.y")}}]})])
	fx.verdicts(findings) == set()
}

test_what_a_variable_holds_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {"MODE": "plain", "API_TOKEN": {"$unknown": "sensitive", "refs": []}, "DB_PASSWORD": fx.ref("random_password.y")}}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "unknown", "sensitive"], ["aws_lambda_function.x", "unknown", "reference-unresolved"]}
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

variable(name, value) := fx.stack([fx.res("aws_lambda_function.x", {"environment": [{"variables": {name: value}}]})])

test_secrets_in_every_shape_fail if {
	every pair in [
		["DB_PASS", "hunter2"],
		["MYSQL_PWD", "hunter2"],
		["X-Api-Key", "hunter2"],
		["DB_PASSWORD", "12345678"],
		["DATABASE_URL", "postgres://user:hunter2@db.example.com/a"],
		["REPO", concat("", ["https://user:gh", "p_0123456789@github.com/a/b"])],
		["BILLING", concat("", ["sk_", "live_0123456789abcdef"])],
		["CI", concat("", ["gh", "p_0123456789abcdefghijABCDEFGHIJ012345"])],
	] {
		findings := rule.findings with input as variable(pair[0], pair[1])
		fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "secret-written-out"]}
	}
}

test_what_is_no_secret_passes if {
	every pair in [
		["PWD", "/srv/app"],
		["BYPASS", "checks"],
		["PASSWORD_ATTEMPTS", "3"],
		["TOKEN_LIFETIME", "86400000"],
		["DATABASE_URL", "postgres://user:${password}@db.example.com/a"],
		["DATABASE_URL", "postgres://user@db.example.com/a"],
		["DATABASE_URL", "postgres://user:***@db.example.com/a"],
		["HAS_PASSWORD", "no"],
		["TOKEN_FORMAT", "jwt"],
	] {
		findings := rule.findings with input as variable(pair[0], pair[1])
		fx.verdicts(findings) == set()
	}
}
