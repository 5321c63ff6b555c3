package bulwark.rules_test.cognito_no_password_flow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cognito_no_password_flow as rule

test_srp_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"explicit_auth_flows": ["ALLOW_USER_SRP_AUTH"]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {})])
	fx.verdicts(findings) == set()
}

test_password_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"explicit_auth_flows": ["ALLOW_USER_PASSWORD_AUTH"]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool_client.x", "fail", "password-sent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_user_pool_client.x", {"explicit_auth_flows": [fx.expression]})])
	fx.verdicts(findings) == {["aws_cognito_user_pool_client.x", "unknown", "expression-unresolved"]}
}

test_a_client_made_by_another_service_counts if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_managed_user_pool_client.c", {"explicit_auth_flows": ["ALLOW_USER_PASSWORD_AUTH"]})])
	fx.verdicts(findings) == {["aws_cognito_managed_user_pool_client.c", "fail", "password-sent"]}
}

test_what_another_service_made_a_client_with_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cognito_managed_user_pool_client.c", {"explicit_auth_flows": null})])
	fx.verdicts(findings) == {["aws_cognito_managed_user_pool_client.c", "unknown", "client-elsewhere"]}
}
