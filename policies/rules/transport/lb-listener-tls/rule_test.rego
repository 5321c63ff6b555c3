package bulwark.rules_test.lb_listener_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_listener_tls as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "protocol": "HTTPS"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTPS"})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "absent"]}
}

test_old_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"ssl_policy": "ELBSecurityPolicy-TLS13-1-0-2021-06", "protocol": "HTTPS"})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "old-tls"]}
}

test_plain_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTP"})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "not-applicable", "no-tls"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"ssl_policy": fx.expression, "protocol": "HTTPS"})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "unknown", "expression-unresolved"]}
}

test_unresolved_protocol_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.l", {"protocol": fx.expression})])
	fx.verdicts(findings) == {["aws_lb_listener.l", "unknown", "expression-unresolved"]}
	current := rule.findings with input as fx.stack([fx.res("aws_lb_listener.l", {"protocol": fx.expression, "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"})])
	fx.verdicts(current) == set()
}

test_tls_of_the_older_name_is_judged_alike if {
	findings := rule.findings with input as fx.stack([fx.res("aws_alb_listener.l", {"protocol": "TLS", "ssl_policy": "ELBSecurityPolicy-2016-08"})])
	fx.verdicts(findings) == {["aws_alb_listener.l", "fail", "old-tls"]}
}
