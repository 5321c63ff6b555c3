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

custom(starter, mode) := fx.res("aws_cognito_user_pool.x", {
	"lambda_config": [{"define_auth_challenge": starter}],
	"user_pool_add_ons": [{"advanced_security_mode": "ENFORCED", "advanced_security_additional_flows": mode}],
})

function := fx.ref("aws_lambda_function.define")

test_challenges_that_are_defended_pass if {
	findings := rule.findings with input as fx.stack([custom(function, [{"custom_auth_mode": "ENFORCED"}])])
	fx.verdicts(findings) == set()
}

test_other_triggers_pass if {
	every starter in [null, ""] {
		findings := rule.findings with input as fx.stack([custom(starter, [])])
		fx.verdicts(findings) == set()
	}
}

test_challenges_that_nobody_defends_fail if {
	every mode in [[], [{}], [{"custom_auth_mode": ""}], [{"custom_auth_mode": null}]] {
		findings := rule.findings with input as fx.stack([custom(function, mode)])
		{[fact.verdict, fact.path] | some fact in findings} == {["fail", "user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode"]}
	}
}

test_challenges_that_are_only_watched_fail if {
	findings := rule.findings with input as fx.stack([custom("arn:aws:lambda:eu-central-1:111122223333:function:define", [{"custom_auth_mode": "AUDIT"}])])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "fail", "not-allowed"]}
	fx.details(findings) == {["aws_cognito_user_pool.x", "custom"]}
}

test_a_mode_of_challenges_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([custom(function, [{"custom_auth_mode": fx.expression}])])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "unknown", "expression-unresolved"]}
}

test_challenges_that_there_may_be_are_unknown if {
	findings := rule.findings with input as fx.stack([custom(fx.expression, [])])
	fx.verdicts(findings) == {["aws_cognito_user_pool.x", "unknown", "expression-unresolved"]}
	defended := rule.findings with input as fx.stack([custom(fx.expression, [{"custom_auth_mode": "ENFORCED"}])])
	fx.verdicts(defended) == set()
}

test_both_modes_are_told_of if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool.x", {"lambda_config": [{"define_auth_challenge": function}]})])
	{fact.path | some fact in findings} == {
		"user_pool_add_ons.advanced_security_mode",
		"user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode",
	}
}
