package bulwark.rules_test.apigateway_domain_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_domain_tls as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {"security_policy": "TLS_1_2"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_domain_name.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {"security_policy": "TLS_1_0"})])
	fx.verdicts(findings) == {["aws_api_gateway_domain_name.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {"security_policy": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_domain_name.x", "unknown", "expression-unresolved"]}
}
