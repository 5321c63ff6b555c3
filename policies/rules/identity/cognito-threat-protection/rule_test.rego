package bulwark.rules_test.cognito_threat_protection

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_threat_protection as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"user_pool_add_ons": [{"advanced_security_mode": "ENFORCED"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"user_pool_add_ons": [{"advanced_security_mode": "AUDIT"}]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"user_pool_add_ons": [{"advanced_security_mode": fx.expression}]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "unknown", "expression-unresolved"]}
}
