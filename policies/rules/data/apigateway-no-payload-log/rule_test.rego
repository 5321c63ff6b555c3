package bulwark.rules_test.apigateway_no_payload_log

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_no_payload_log as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"data_trace_enabled": false}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"data_trace_enabled": true}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "payload-logged"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"data_trace_enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "unknown", "expression-unresolved"]}
}

test_a_websocket_that_logs_bodies_fails if {
	every values in [
		{"default_route_settings": [{"data_trace_enabled": true}]},
		{"route_settings": [{"route_key": "send", "data_trace_enabled": true}]},
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_stage.s", values)])
		fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "fail", "payload-logged"]}
	}
}

test_a_websocket_that_logs_none_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_stage.s", {"default_route_settings": [{"logging_level": "ERROR"}], "route_settings": []})])
	fx.verdicts(findings) == set()
}

test_an_unresolved_route_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_stage.s", {"route_settings": fx.expression})])
	fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "unknown", "expression-unresolved"]}
}
