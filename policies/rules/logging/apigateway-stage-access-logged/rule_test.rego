package bulwark.rules_test.apigateway_stage_access_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_stage_access_logged as rule

test_set_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"access_log_settings": [{"destination_arn": "x"}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

test_set_apigatewayv2_stage_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_stage.x", {"access_log_settings": [{"destination_arn": "x"}]})])
	fx.verdicts(findings) == set()
}

test_absent_apigatewayv2_stage_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_stage.x", {})])
	fx.verdicts(findings) == {["aws_apigatewayv2_stage.x", "fail", "absent"]}
}

test_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"access_log_settings": [{"destination_arn": fx.ref("aws_x.y")}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"access_log_settings": [{"destination_arn": fx.expression}]})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "unknown", "expression-unresolved"]}
}

test_a_stage_made_by_its_deployment_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_deployment.d", {"stage_name": "live"})])
	fx.verdicts(findings) == {["aws_api_gateway_deployment.d", "fail", "stage-without-settings"]}
}

test_a_deployment_that_makes_no_stage_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_deployment.d", {"stage_name": ""}), fx.res("aws_api_gateway_deployment.e", {})])
	fx.verdicts(findings) == set()
}

test_a_deployment_that_may_make_a_stage_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_deployment.d", {"stage_name": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_deployment.d", "unknown", "expression-unresolved"]}
}
