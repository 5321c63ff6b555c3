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

redirecting := fx.res("aws_lb_listener.http", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]})

test_rule_that_forwards_in_the_clear_fails if {
	findings := rule.findings with input as fx.stack([redirecting, fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.http"), "action": [{"type": "forward"}]})])
	fx.verdicts(findings) == {["aws_lb_listener_rule.r", "fail", "plain-http"]}
}

test_rule_that_redirects_passes if {
	findings := rule.findings with input as fx.stack([redirecting, fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.http"), "action": [{"type": "redirect"}]})])
	fx.verdicts(findings) == set()
}

test_rule_of_an_https_listener_passes if {
	listener := fx.res("aws_lb_listener.https", {"protocol": "HTTPS"})
	findings := rule.findings with input as fx.stack([redirecting, listener, fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.https"), "action": [{"type": "forward"}]})])
	fx.verdicts(findings) == set()
}

test_rule_of_one_of_several_listeners_is_unknown if {
	several := [
		fx.res("aws_lb_listener.l[\"a\"]", {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}),
		fx.res("aws_lb_listener.l[\"b\"]", {"protocol": "HTTPS"}),
	]
	findings := rule.findings with input as fx.stack(array.concat(several, [fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.l"), "action": [{"type": "forward"}]})]))
	fx.verdicts(findings) == {["aws_lb_listener_rule.r", "unknown", "reference-unresolved"]}
}

test_rule_with_an_unresolved_action_is_unknown if {
	findings := rule.findings with input as fx.stack([redirecting, fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.http"), "action": [{"type": fx.expression}]})])
	fx.verdicts(findings) == {["aws_lb_listener_rule.r", "unknown", "expression-unresolved"]}
}

of_listener(protocol, type) := fx.stack([
	fx.res("aws_alb_listener.l", {"protocol": protocol, "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}),
	fx.res("aws_alb_listener_rule.r", {"listener_arn": fx.ref("aws_alb_listener.l"), "action": [{"type": type}]}),
])

test_older_names_of_listeners_and_rules_are_judged_alike if {
	findings := rule.findings with input as of_listener("HTTP", "forward")
	fx.verdicts(findings) == {["aws_alb_listener_rule.r", "fail", "plain-http"]}
}

test_rule_of_a_listener_of_nobody_knows_which_protocol_is_unknown if {
	every type, path in {"forward": "listener_arn", fx.expression: "action.type"} {
		findings := rule.findings with input as of_listener(fx.expression, type)
		{[fact.address, fact.verdict, fact.path] | some fact in findings} == {["aws_alb_listener_rule.r", "unknown", path]}
	}
	redirecting_ := rule.findings with input as of_listener(fx.expression, "redirect")
	fx.verdicts(redirecting_) == set()
}

test_forwarding_in_one_of_two_actions_is_forwarding if {
	findings := rule.findings with input as fx.stack([redirecting, fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.http"), "action": [{"type": fx.expression}, {"type": "forward"}]})])
	fx.verdicts(findings) == {["aws_lb_listener_rule.r", "fail", "plain-http"]}
}

test_rule_of_an_https_listener_passes_whatever_it_does if {
	findings := rule.findings with input as of_listener("HTTPS", fx.expression)
	fx.verdicts(findings) == set()
}

test_rule_that_redirects_for_one_of_several_listeners_passes if {
	several := [fx.res(`aws_lb_listener.l["a"]`, {"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}), fx.res(`aws_lb_listener.l["b"]`, {"protocol": "HTTPS"})]
	findings := rule.findings with input as fx.stack(array.concat(several, [fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.l"), "action": [{"type": "redirect"}]})]))
	fx.verdicts(findings) == set()
}
