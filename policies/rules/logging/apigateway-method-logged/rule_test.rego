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
