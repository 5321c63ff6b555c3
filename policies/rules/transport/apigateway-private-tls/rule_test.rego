package bulwark.rules_test.apigateway_private_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_private_tls as rule

listener := "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/1/2"

private(values) := fx.stack([fx.res("aws_apigatewayv2_integration.x", object.union({"connection_type": "VPC_LINK", "integration_uri": listener}, values))])

test_with_settings_passes if {
	every settings in [[{"server_name_to_verify": "backend.example.com"}], [{"server_name_to_verify": null}], [{}]] {
		findings := rule.findings with input as private({"tls_config": settings})
		fx.verdicts(findings) == set()
	}
}

test_without_settings_fails if {
	every settings in [null, []] {
		findings := rule.findings with input as private({"tls_config": settings})
		{[fact.address, fact.path, fact.reason] | some fact in findings} == {["aws_apigatewayv2_integration.x", "tls_config", "absent"]}
	}
}

test_listener_of_the_stack_without_settings_fails if {
	findings := rule.findings with input as private({"integration_uri": fx.ref("aws_lb_listener.l")})
	fx.verdicts(findings) == {["aws_apigatewayv2_integration.x", "fail", "absent"]}
}

test_over_the_internet_is_not_meant if {
	every kind in ["INTERNET", null] {
		findings := rule.findings with input as private({"connection_type": kind})
		fx.verdicts(findings) == set()
	}
}

test_settings_that_may_be_none_are_unknown if {
	findings := rule.findings with input as private({"tls_config": fx.expression})
	{[fact.path, fact.verdict] | some fact in findings} == {["tls_config", "unknown"]}
}

test_connection_of_which_nobody_knows_is_unknown if {
	findings := rule.findings with input as private({"connection_type": fx.expression})
	{[fact.path, fact.verdict] | some fact in findings} == {["connection_type", "unknown"]}
}

test_connection_of_which_nobody_knows_passes_with_settings if {
	findings := rule.findings with input as private({"connection_type": fx.expression, "tls_config": [{"server_name_to_verify": "backend.example.com"}]})
	fx.verdicts(findings) == set()
}

test_address_over_tls_passes if {
	every uri in ["https://backend.example.com", "HTTPS://backend.example.com", fx.template("https://${}/a", ["aws_lb.l"])] {
		findings := rule.findings with input as private({"integration_uri": uri})
		fx.verdicts(findings) == set()
	}
}

test_address_without_tls_fails if {
	every uri in ["http://backend.example.com", fx.template("http://${}/a", ["aws_lb.l"])] {
		findings := rule.findings with input as private({"integration_uri": uri, "tls_config": [{}]})
		{[fact.path, fact.verdict, fact.reason] | some fact in findings} == {["integration_uri", "fail", "plain-http"]}
	}
}

socket(protocol) := fx.stack([
	fx.res("aws_apigatewayv2_api.a", {"protocol_type": protocol}),
	fx.res("aws_apigatewayv2_integration.x", {"api_id": fx.ref("aws_apigatewayv2_api.a"), "connection_type": "VPC_LINK", "integration_uri": fx.expression}),
])

test_address_of_a_socket_of_which_nobody_knows_is_unknown if {
	findings := rule.findings with input as socket("WEBSOCKET")
	{[fact.path, fact.verdict] | some fact in findings} == {["integration_uri", "unknown"]}
}

test_address_of_an_http_interface_does_not_matter if {
	findings := rule.findings with input as socket("HTTP")
	fx.verdicts(findings) == {["aws_apigatewayv2_integration.x", "fail", "absent"]}
}

test_socket_beside_it_does_not_matter if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_apigatewayv2_api.other", {"protocol_type": "WEBSOCKET"}),
		fx.res("aws_apigatewayv2_integration.x", {"api_id": fx.ref("aws_apigatewayv2_api.a"), "connection_type": "VPC_LINK", "integration_uri": fx.expression}),
	])
	fx.verdicts(findings) == {["aws_apigatewayv2_integration.x", "fail", "absent"]}
}

test_address_of_a_socket_that_says_nothing_of_tls_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_apigatewayv2_api.a", {"protocol_type": "WEBSOCKET"}),
		fx.res("aws_apigatewayv2_integration.x", {"api_id": fx.ref("aws_apigatewayv2_api.a"), "connection_type": "VPC_LINK", "integration_uri": "backend.example.com"}),
	])
	fx.verdicts(findings) == {["aws_apigatewayv2_integration.x", "fail", "absent"]}
}
