package bulwark.rules_test.lambda_environment_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_environment_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"environment": [{"variables": {"TABLE": "devices"}}], "kms_key_arn": fx.ref("aws_kms_key.k")})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"environment": [{"variables": {"TABLE": "devices"}}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
}

test_no_variables_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "no-environment-variables"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"environment": [{"variables": {"TABLE": "devices"}}], "kms_key_arn": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}
