package bulwark.rules_test.apigateway_method_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_method_logged as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"logging_level": "ERROR"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"logging_level": "OFF"}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"logging_level": fx.expression}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "unknown", "expression-unresolved"]}
}

test_stage_without_settings_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "absent"]}
}

test_stage_with_settings_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "stage_name": fx.ref("aws_api_gateway_stage.s"), "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == set()
}

test_stage_with_settings_by_name_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "stage_name": "live", "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == set()
}

test_settings_of_another_interface_do_not_count if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "other", "stage_name": "live", "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "absent"]}
}

test_settings_of_a_stage_that_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "stage_name": fx.expression, "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "unknown", "reference-unresolved"]}
}
