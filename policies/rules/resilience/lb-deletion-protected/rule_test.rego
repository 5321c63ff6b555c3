package bulwark.rules_test.lb_deletion_protected

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_deletion_protected as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"enable_deletion_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"enable_deletion_protection": false})])
	fx.verdicts(findings) == {["aws_lb.x", "fail", "disabled"]}
}

test_on_alb_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"enable_deletion_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "absent"]}
}

test_off_alb_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb.x", {"enable_deletion_protection": false})])
	fx.verdicts(findings) == {["aws_alb.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.x", {"enable_deletion_protection": fx.expression})])
	fx.verdicts(findings) == {["aws_lb.x", "unknown", "expression-unresolved"]}
}
