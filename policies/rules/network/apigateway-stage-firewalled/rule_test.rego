package bulwark.rules_test.apigateway_stage_firewalled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.apigateway_stage_firewalled as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.ref("aws_api_gateway_stage.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

of_interface(configuration) := fx.stack([
	fx.res("aws_api_gateway_rest_api.a", {"endpoint_configuration": configuration}),
	fx.res("aws_api_gateway_stage.x", {"rest_api_id": fx.ref("aws_api_gateway_rest_api.a")}),
])

test_private_is_not_applicable if {
	findings := rule.findings with input as of_interface([{"types": ["PRIVATE"]}])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "not-applicable", "private"]}
}

test_regional_or_unsaid_fails if {
	every configuration in [[{"types": ["REGIONAL"]}], []] {
		findings := rule.findings with input as of_interface(configuration)
		fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
	}
}

test_an_interface_of_unresolved_reach_is_unknown if {
	findings := rule.findings with input as of_interface([{"types": [fx.expression]}])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "unknown", "reference-unresolved"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.ref("aws_api_gateway_stage.other")})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.x", "unknown", "reference-unresolved"]}
}

test_association_of_something_else_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.s", {}), fx.res("aws_wafv2_web_acl_association.a", {"resource_arn": fx.ref("aws_lb.x")})])
	fx.verdicts(findings) == {["aws_api_gateway_stage.s", "fail", "absent"]}
}

test_association_through_the_interface_is_unknown if {
	every target in [fx.ref("aws_api_gateway_rest_api.a"), {"$unknown": "expression", "refs": ["aws_lb.x"]}, fx.ref("data.aws_lb.x")] {
		findings := rule.findings with input as fx.stack([fx.res("aws_api_gateway_stage.s", {}), fx.res("aws_wafv2_web_acl_association.a", {"resource_arn": target})])
		fx.verdicts(findings) == {["aws_api_gateway_stage.s", "unknown", "reference-unresolved"]}
	}
}
