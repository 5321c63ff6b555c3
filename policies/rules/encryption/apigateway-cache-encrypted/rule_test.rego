package bulwark.rules_test.apigateway_cache_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_cache_encrypted as rule

test_encrypted_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true, "cache_data_encrypted": true}]})])
	fx.verdicts(findings) == set()
}

test_plain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "fail", "absent"]}
}

test_no_cache_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"logging_level": "INFO"}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "not-applicable", "no-cache"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_method_settings.x", {"settings": [{"caching_enabled": true, "cache_data_encrypted": fx.expression}]})])
	fx.verdicts(findings) == {["aws_api_gateway_method_settings.x", "unknown", "expression-unresolved"]}
}
