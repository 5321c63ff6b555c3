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
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "method_path": "*/*", "stage_name": fx.ref("aws_api_gateway_stage.s"), "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == set()
}

test_stage_with_settings_by_name_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "method_path": "*/*", "stage_name": "live", "settings": [{"logging_level": "ERROR"}]}),
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
		fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "method_path": "*/*", "stage_name": fx.expression, "settings": [{"logging_level": "ERROR"}]}),
	])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "unknown", "reference-unresolved"]}
}

with_path(path) := fx.stack([
	fx.res("aws_api_gateway_stage.s", {"rest_api_id": "api", "stage_name": "live"}),
	fx.res("aws_api_gateway_method_settings.x", {"rest_api_id": "api", "method_path": path, "stage_name": fx.ref("aws_api_gateway_stage.s"), "settings": [{"logging_level": "ERROR"}]}),
])

test_settings_of_one_method_leave_the_others if {
	findings := rule.findings with input as with_path("foo/GET")
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "single-methods"]}
}

test_settings_of_nobody_knows_which_methods_are_unknown if {
	findings := rule.findings with input as with_path(fx.expression)
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "unknown", "expression-unresolved"]}
}

socket(protocol, values) := fx.stack([
	fx.res("aws_apigatewayv2_api.a", {"protocol_type": protocol}),
	fx.res("aws_apigatewayv2_stage.s", object.union({"api_id": fx.ref("aws_apigatewayv2_api.a")}, values)),
])

test_a_websocket_that_logs_nothing_fails if {
	every values, reason in {{}: "absent", {"default_route_settings": [{"logging_level": "OFF"}]}: "not-allowed"} {
		findings := rule.findings with input as socket("WEBSOCKET", values)
		fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "fail", reason]}
	}
}

test_a_websocket_that_logs_passes if {
	findings := rule.findings with input as socket("WEBSOCKET", {"default_route_settings": [{"logging_level": "ERROR"}], "route_settings": []})
	fx.verdicts(findings) == set()
}

test_a_route_of_a_websocket_that_logs_nothing_fails if {
	findings := rule.findings with input as socket("WEBSOCKET", {"default_route_settings": [{"logging_level": "ERROR"}], "route_settings": [{"route_key": "send", "logging_level": "OFF"}]})
	fx.details(findings) == {["aws_apigatewayv2_stage.s", "send"]}
}

test_http_has_no_such_log if {
	findings := rule.findings with input as socket("HTTP", {})
	fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "not-applicable", "http-interface"]}
}

test_a_stage_of_nobody_knows_what_is_unknown if {
	every protocol in [fx.expression, "OTHER"] {
		findings := rule.findings with input as socket(protocol, {})
		fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "unknown", "reference-unresolved"]}
	}
	logged := rule.findings with input as socket(fx.expression, {"default_route_settings": [{"logging_level": "INFO"}]})
	fx.verdicts(logged) == set()
}

several(protocols, settings) := fx.stack(array.concat(
	[fx.res(sprintf("aws_apigatewayv2_api.a[%d]", [index]), {"protocol_type": protocol}) | some index, protocol in protocols],
	[fx.res("aws_apigatewayv2_stage.s", object.union({"api_id": fx.ref("aws_apigatewayv2_api.a")}, settings))],
))

test_a_stage_of_one_of_several_interfaces_goes_by_what_they_share if {
	http := rule.findings with input as several(["HTTP", "HTTP"], {})
	fx.verdicts(http) == {["aws_apigatewayv2_stage.s", "not-applicable", "http-interface"]}
	sockets := rule.findings with input as several(["WEBSOCKET", "WEBSOCKET"], {})
	fx.verdicts(sockets) == {["aws_apigatewayv2_stage.s", "fail", "absent"]}
	both := rule.findings with input as several(["HTTP", "WEBSOCKET"], {})
	fx.verdicts(both) == {["aws_apigatewayv2_stage.s", "unknown", "reference-unresolved"]}
}

test_interfaces_of_other_stages_do_not_count if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_apigatewayv2_api.a", {"protocol_type": "HTTP"}),
		fx.res("aws_apigatewayv2_api.b", {"protocol_type": "WEBSOCKET"}),
		fx.res("aws_apigatewayv2_stage.s", {"api_id": fx.ref("aws_apigatewayv2_api.a")}),
	])
	fx.verdicts(findings) == {["aws_apigatewayv2_stage.s", "not-applicable", "http-interface"]}
}
