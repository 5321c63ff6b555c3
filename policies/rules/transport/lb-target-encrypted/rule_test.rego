package bulwark.rules_test.lb_target_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_target_encrypted as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_target_group.x", {"protocol": "HTTPS"})])
	fx.verdicts(findings) == set()
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb_target_group.x", {"protocol": "HTTP"})])
	fx.verdicts(findings) == {["aws_alb_target_group.x", "fail", "plain-http"]}
}

test_function_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_target_group.x", {"target_type": "lambda"})])
	fx.verdicts(findings) == {["aws_lb_target_group.x", "not-applicable", "no-protocol"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_target_group.x", {"protocol": fx.expression})])
	fx.verdicts(findings) == {["aws_lb_target_group.x", "unknown", "expression-unresolved"]}
}

test_classic_over_tls_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"instance_protocol": "SSL"}]})])
	fx.verdicts(findings) == set()
}

test_classic_in_the_clear_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"instance_protocol": "tcp"}]})])
	fx.verdicts(findings) == {["aws_elb.x", "fail", "plain-http"]}
}

test_classic_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.x", {"listener": [{"instance_protocol": fx.expression}]})])
	fx.verdicts(findings) == {["aws_elb.x", "unknown", "expression-unresolved"]}
}
