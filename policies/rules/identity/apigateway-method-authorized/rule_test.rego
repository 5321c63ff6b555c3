package bulwark.rules_test.apigateway_method_authorized

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_method_authorized as rule

test_iam_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"authorization": "AWS_IAM"})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"authorization": "NONE"})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "fail", "not-allowed"]}
}

test_api_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"authorization": "NONE", "api_key_required": true})])
	fx.verdicts(findings) == set()
}

test_preflight_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"authorization": "NONE", "http_method": "OPTIONS"})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "not-applicable", "preflight"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"authorization": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "unknown", "expression-unresolved"]}
}

test_a_key_or_a_method_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method.x", {"http_method": "GET", "authorization": "NONE", "api_key_required": fx.expression}), fx.res("aws_api_gateway_method.y", {"http_method": fx.expression, "authorization": "NONE"})])
	fx.verdicts(findings) == {["aws_api_gateway_method.x", "unknown", "expression-unresolved"], ["aws_api_gateway_method.y", "unknown", "expression-unresolved"]}
}
