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

validated(values) := fx.stack([
	fx.res("aws_api_gateway_method.x", {"http_method": "POST", "request_validator_id": fx.ref("aws_api_gateway_request_validator.v")}),
	fx.res("aws_api_gateway_request_validator.v", values),
])

test_a_validator_that_checks_nothing_fails if {
	every values in [{}, {"validate_request_body": false, "validate_request_parameters": false}] {
		findings := rule.findings with input as validated(values)
		fx.verdicts(findings) == {["aws_api_gateway_method.x", "fail", "checks-nothing"]}
	}
}

test_a_validator_that_checks_something_passes if {
	every values in [{"validate_request_body": true}, {"validate_request_parameters": true, "validate_request_body": fx.expression}] {
		findings := rule.findings with input as validated(values)
		fx.verdicts(findings) == set()
	}
}

test_a_validator_that_may_check_is_unknown if {
	findings := rule.findings with input as validated({"validate_request_body": fx.expression})
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "unknown", "expression-unresolved"]}
}

test_another_validator_does_not_count if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_method.x", {"http_method": "POST", "request_validator_id": fx.ref("aws_api_gateway_request_validator.v")}),
		fx.res("aws_api_gateway_request_validator.v", {"validate_request_body": true}),
		fx.res("aws_api_gateway_request_validator.idle", {}),
	])
	fx.verdicts(findings) == set()
}

test_a_preflight_behind_a_validator_that_checks_nothing_is_not_applicable if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_method.x", {"http_method": "OPTIONS", "request_validator_id": fx.ref("aws_api_gateway_request_validator.v")}),
		fx.res("aws_api_gateway_request_validator.v", {}),
	])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "not-applicable", "preflight"]}
}

test_one_of_two_validators_is_unknown if {
	either := {"$unknown": "expression", "refs": ["aws_api_gateway_request_validator.v", "aws_api_gateway_request_validator.idle"]}
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_method.x", {"http_method": "POST", "request_validator_id": either}),
		fx.res("aws_api_gateway_request_validator.v", {"validate_request_body": true}),
		fx.res("aws_api_gateway_request_validator.idle", {}),
	])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "unknown", "expression-unresolved"]}
}
