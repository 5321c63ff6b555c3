package bulwark.rules_test.apigateway_stage_traced

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_stage_traced as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"xray_tracing_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"xray_tracing_enabled": false})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {"xray_tracing_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "unknown", "expression-unresolved"]}
}
