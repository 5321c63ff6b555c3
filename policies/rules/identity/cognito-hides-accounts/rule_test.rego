package bulwark.rules_test.cognito_hides_accounts

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_hides_accounts as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"prevent_user_existence_errors": "ENABLED"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {})])
	fx.verdicts(findings) == {["aws_cognito_user_pool_client.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"prevent_user_existence_errors": "LEGACY"})])
	fx.verdicts(findings) == {["aws_cognito_user_pool_client.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"prevent_user_existence_errors": fx.expression})])
	fx.verdicts(findings) == {["aws_cognito_user_pool_client.x", "unknown", "expression-unresolved"]}
}

test_a_client_made_by_another_service if {
	every value, expected in {"LEGACY": {["fail", "not-allowed"]}, "ENABLED": set(), null: {["unknown", "client-elsewhere"]}} {
		findings := rule.findings with input as fx.stack([fx.res("aws_cognito_managed_user_pool_client.c", {"prevent_user_existence_errors": value})])
		{[fact.verdict, fact.reason] | some fact in findings} == expected
	}
}
