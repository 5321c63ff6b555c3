package bulwark.rules_test.lb_drops_invalid_headers

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_drops_invalid_headers as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"drop_invalid_header_fields": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"drop_invalid_header_fields": false})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "disabled"]}
}

test_on_alb_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"drop_invalid_header_fields": true})])
	fx.verdicts(findings) == set()
}

test_default_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "absent"]}
}

test_off_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"drop_invalid_header_fields": false})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"drop_invalid_header_fields": fx.expression})])
	fx.verdicts(findings) == {["aws_lb.x", "unknown", "expression-unresolved"]}
}

test_network_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"load_balancer_type": "network"})])
	fx.verdicts(findings) == {["aws_lb.x", "not-applicable", "no-application-load-balancer"]}
}
