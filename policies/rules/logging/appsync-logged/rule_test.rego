package bulwark.rules_test.appsync_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.appsync_logged as rule

test_errors_logged_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {"log_config": [{"field_log_level": "ERROR"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "fail", "absent"]}
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {"log_config": [{"field_log_level": "NONE"}]})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_appsync_graphql_api.x", {"log_config": [{"field_log_level": fx.expression}]})])
	fx.verdicts(findings) == {["aws_appsync_graphql_api.x", "unknown", "expression-unresolved"]}
}
