package bulwark.rules_test.apigateway_domain_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_domain_tls as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {"security_policy": "TLS_1_2"})])
	fx.verdicts(findings) == set()
}

test_enhanced_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_api_gateway_domain_name.x", {"security_policy": "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09"}),
		fx.res("aws_api_gateway_domain_name.y", {"security_policy": "SecurityPolicy_TLS12_PFS_2025_EDGE"}),
	])
	fx.verdicts(findings) == set()
}

test_made_up_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_domain_name.x", {"security_policy": "My_SecurityPolicy_TLS13_1_3"})])
	fx.verdicts(findings) == {["aws_api_gateway_domain_name.x", "fail", "not-allowed"]}
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
