package bulwark.rules_test.appsync_no_api_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.appsync_no_api_key as rule

api(values) := fx.stack([fx.res("aws_appsync_graphql_api.a", values)])

test_other_ways_pass if {
	findings := rule.findings with input as api({"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": "AMAZON_COGNITO_USER_POOLS"}]})
	fx.verdicts(findings) == set()
}

test_a_key_fails if {
	findings := rule.findings with input as api({"authentication_type": "API_KEY"})
	fx.verdicts(findings) == {["aws_appsync_graphql_api.a", "fail", "api-key"]}
}

test_a_key_beside_another_way_fails if {
	findings := rule.findings with input as api({"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": "API_KEY"}]})
	fx.verdicts(findings) == {["aws_appsync_graphql_api.a", "fail", "api-key"]}
	fx.details(findings) == {["aws_appsync_graphql_api.a", "additional"]}
}

test_unresolved_is_unknown if {
	every values in [
		{"authentication_type": fx.expression},
		{"authentication_type": "AWS_IAM", "additional_authentication_provider": fx.expression},
		{"authentication_type": "AWS_IAM", "additional_authentication_provider": [{"authentication_type": fx.expression}]},
	] {
		findings := rule.findings with input as api(values)
		fx.verdicts(findings) == {["aws_appsync_graphql_api.a", "unknown", "expression-unresolved"]}
	}
}
