package bulwark.rules_test.apigatewayv2_route_authorized

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigatewayv2_route_authorized as rule

test_jwt_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "GET /x", "authorization_type": "JWT"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "GET /x"})])
	fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "fail", "absent"]}
}

test_connect_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "$connect", "authorization_type": "NONE"})])
	fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "fail", "not-allowed"]}
}

test_message_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "send"})])
	fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "not-applicable", "authorized-at-connect"]}
}

test_default_of_a_websocket_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "$default", "api_id": fx.ref("aws_apigatewayv2_api.a")}), fx.res("aws_apigatewayv2_api.a", {"protocol_type": "WEBSOCKET"})])
	fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "not-applicable", "authorized-at-connect"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": "GET /x", "authorization_type": fx.expression})])
	fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "unknown", "expression-unresolved"]}
}

test_preflight_is_not_applicable if {
	every key in ["OPTIONS /{proxy+}", fx.template("OPTIONS /${var.stage}", [])] {
		findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_route.x", {"route_key": key})])
		fx.verdicts(findings) == {["aws_apigatewayv2_route.x", "not-applicable", "preflight"]}
	}
}

test_an_interface_made_in_one_step_fails if {
	every target in ["https://example.com", fx.ref("aws_lambda_function.f")] {
		findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_api.a", {"protocol_type": "HTTP", "target": target})])
		fx.verdicts(findings) == {["aws_apigatewayv2_api.a", "fail", "open-route"]}
	}
}

test_an_interface_that_may_be_made_in_one_step_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_api.a", {"protocol_type": "HTTP", "target": fx.expression})])
	fx.verdicts(findings) == {["aws_apigatewayv2_api.a", "unknown", "expression-unresolved"]}
}

test_an_interface_of_its_own_routes_passes if {
	every target in [null, ""] {
		findings := rule.findings with input as fx.stack([fx.res("aws_apigatewayv2_api.a", {"protocol_type": "HTTP", "target": target})])
		fx.verdicts(findings) == set()
	}
}
