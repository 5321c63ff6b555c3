package bulwark.rules_test.lb_access_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_access_logged as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"access_logs": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"access_logs": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "disabled"]}
}

test_on_alb_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"access_logs": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_default_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "absent"]}
}

test_off_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"access_logs": [{"enabled": false}]})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"access_logs": [{"enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_lb.x", "unknown", "expression-unresolved"]}
}

test_default_elb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "absent"]}
}

test_block_of_elb_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"access_logs": [{"bucket": "logs"}]})])
	fx.verdicts(findings) == set()
}

test_off_elb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"access_logs": [{"bucket": "logs", "enabled": false}]})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "disabled"]}
}

test_gateway_load_balancer_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.l", {"load_balancer_type": "gateway"})])
	fx.verdicts(findings) == {["aws_lb.l", "not-applicable", "gateway-load-balancer"]}
}

test_unresolved_kind_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.l", {"load_balancer_type": fx.expression})])
	fx.verdicts(findings) == {["aws_lb.l", "unknown", "expression-unresolved"]}
}

test_a_log_that_is_on_passes_for_every_kind if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.l", {"load_balancer_type": fx.expression, "access_logs": [{"enabled": true}]})])
	fx.verdicts(findings) == set()
}
