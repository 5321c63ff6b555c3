package bulwark.rules_test.cognito_mfa

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_mfa as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.u", {"mfa_configuration": "ON"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.u", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cognito_user_pool.u", "fail", "absent"]}
}

test_optional_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.u", {"mfa_configuration": "OPTIONAL"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cognito_user_pool.u", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.u", {"mfa_configuration": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cognito_user_pool.u", "unknown", "expression-unresolved"]}
}
