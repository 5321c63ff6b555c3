package bulwark.rules_test.cognito_password_length

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_password_length as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"password_policy": [{"minimum_length": 12}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"password_policy": [{"minimum_length": 11}]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"password_policy": [{"minimum_length": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "unknown", "expression-unresolved"]}
}
