package bulwark.rules_test.lb_listener_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_listener_encrypted as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTPS", "default_action": [{"type": "forward"}]})])
	fx.verdicts(findings) == set()
}

test_redirect_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]})])
	fx.verdicts(findings) == set()
}

test_http_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTP", "default_action": [{"type": "forward"}]})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "plain-http"]}
}

test_redirect_to_itself_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"path": "/x"}]}]})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "plain-http"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": fx.expression, "default_action": [{"type": "forward"}]})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "unknown", "expression-unresolved"]}
}

test_a_redirect_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_listener.x", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_lb_listener.x", "unknown", "expression-unresolved"]}
}
