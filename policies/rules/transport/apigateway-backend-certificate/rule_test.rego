package bulwark.rules_test.apigateway_backend_certificate

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_backend_certificate as rule

test_certificate_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"client_certificate_id": "abc"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

test_http_backend_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {}), fx.res("aws_api_gateway_integration.i", {"type": "HTTP_PROXY"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

test_functions_alone_do_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {}), fx.res("aws_api_gateway_integration.i", {"type": "AWS_PROXY"})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "not-applicable", "no-http-backend"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"client_certificate_id": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "unknown", "expression-unresolved"]}
}
