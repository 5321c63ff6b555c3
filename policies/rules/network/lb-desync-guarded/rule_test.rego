package bulwark.rules_test.lb_desync_guarded

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_desync_guarded as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"desync_mitigation_mode": "defensive"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {})])
	fx.verdicts(findings) == set()
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"desync_mitigation_mode": "monitor"})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"desync_mitigation_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_lb.x", "unknown", "expression-unresolved"]}
}

test_network_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"load_balancer_type": "network"})])
	fx.verdicts(findings) == {["aws_lb.x", "not-applicable", "no-application-load-balancer"]}
}

test_classic_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {})])
	fx.verdicts(findings) == set()
}

test_classic_monitor_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"desync_mitigation_mode": "monitor"})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "not-allowed"]}
}
