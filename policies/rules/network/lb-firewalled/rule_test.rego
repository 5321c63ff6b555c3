package bulwark.rules_test.lb_firewalled

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_firewalled as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.ref("aws_lb.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.ref("aws_lb.other")})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {}), fx.res("aws_wafv2_web_acl_association.y", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_lb.x", "unknown", "reference-unresolved"]}
}

test_internal_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"internal": true})])
	fx.verdicts(findings) == {["aws_lb.x", "not-applicable", "not-public-application-load-balancer"]}
}

test_association_of_a_stage_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {}), fx.res("aws_wafv2_web_acl_association.a", {"resource_arn": fx.ref("aws_api_gateway_stage.s")})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}
