package bulwark.rules_test.apigateway_request_validated

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_request_validated as rule

test_validator_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"http_method": "POST", "request_validator_id": fx.ref("aws_api_gateway_request_validator.v")})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"http_method": "POST"})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "fail", "absent"]}
}

test_preflight_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"http_method": "OPTIONS"})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "not-applicable", "preflight"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"http_method": "POST", "request_validator_id": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "unknown", "expression-unresolved"]}
}
