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

unwritten(arn) := fx.res("aws_lb_listener.x", {"load_balancer_arn": arn, "default_action": [{"type": "forward"}]})

test_no_protocol_on_an_application_load_balancer_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.app", {}), unwritten(fx.ref("aws_lb.app"))])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "absent"]}
}

test_no_protocol_on_an_application_load_balancer_by_its_arn_fails if {
	findings := rule.findings with input as fx.stack([unwritten("arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/a/1")])
	fx.verdicts(findings) == {["aws_lb_listener.x", "fail", "absent"]}
}

test_no_protocol_on_a_gateway_load_balancer_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.gate", {"load_balancer_type": "gateway"}), unwritten(fx.ref("aws_lb.gate"))])
	fx.verdicts(findings) == set()
}

test_no_protocol_on_a_gateway_load_balancer_by_its_arn_passes if {
	findings := rule.findings with input as fx.stack([unwritten("arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/gwy/g/1")])
	fx.verdicts(findings) == set()
}

test_no_protocol_and_a_certificate_passes if {
	listener := fx.res("aws_lb_listener.x", {"load_balancer_arn": fx.ref("aws_lb.app"), "certificate_arn": "arn:aws:acm:eu-central-1:123456789012:certificate/1"})
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.app", {}), listener])
	fx.verdicts(findings) == set()
}

test_no_protocol_on_a_load_balancer_of_elsewhere_is_unknown if {
	findings := rule.findings with input as fx.stack([unwritten(fx.ref("data.aws_lb.shared"))])
	fx.verdicts(findings) == {["aws_lb_listener.x", "unknown", "reference-unresolved"]}
}

test_no_protocol_on_a_load_balancer_of_a_kind_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.app", {"load_balancer_type": fx.expression}), unwritten(fx.ref("aws_lb.app"))])
	fx.verdicts(findings) == {["aws_lb_listener.x", "unknown", "reference-unresolved"]}
}

test_no_protocol_and_a_redirect_passes if {
	listener := fx.res("aws_lb_listener.x", {"load_balancer_arn": fx.ref("aws_lb.app"), "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]})
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.app", {}), listener])
	fx.verdicts(findings) == set()
}

test_rule_of_a_listener_without_protocol_that_forwards_fails if {
	listener := fx.res("aws_lb_listener.x", {"load_balancer_arn": fx.ref("aws_lb.app"), "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]})
	forwarding := fx.res("aws_lb_listener_rule.r", {"listener_arn": fx.ref("aws_lb_listener.x"), "action": [{"type": "forward"}]})
	findings := rule.findings with input as fx.stack([fx.res("aws_lb.app", {}), listener, forwarding])
	fx.verdicts(findings) == {["aws_lb_listener_rule.r", "fail", "plain-http"]}
}
