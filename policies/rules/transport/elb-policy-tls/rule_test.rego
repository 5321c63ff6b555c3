package bulwark.rules_test.elb_policy_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.elb_policy_tls as rule

test_current_protocol_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Protocol-TLSv1.2", "value": "true"}]})])
	fx.verdicts(findings) == set()
}

test_old_protocol_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Protocol-TLSv1", "value": "false"}]})])
	fx.verdicts(findings) == set()
}

test_old_protocol_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Protocol-TLSv1", "value": "true"}]})])
	fx.verdicts(findings) == {["aws_load_balancer_policy.x", "fail", "old-tls"]}
}

test_broken_cipher_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "ECDHE-RSA-RC4-SHA", "value": "true"}]})])
	fx.verdicts(findings) == {["aws_load_balancer_policy.x", "fail", "weak-cipher"]}
}

test_sound_cipher_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "ECDHE-ECDSA-AES128-GCM-SHA256", "value": "true"}]})])
	fx.verdicts(findings) == set()
}

test_old_reference_policy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Reference-Security-Policy", "value": "ELBSecurityPolicy-2016-08"}]})])
	fx.verdicts(findings) == {["aws_load_balancer_policy.x", "fail", "old-tls"]}
}

test_current_reference_policy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Reference-Security-Policy", "value": "ELBSecurityPolicy-TLS-1-2-2017-01"}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": "Reference-Security-Policy", "value": fx.expression}]})])
	fx.verdicts(findings) == {["aws_load_balancer_policy.x", "unknown", "expression-unresolved"]}
}

test_a_name_or_a_type_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": fx.expression, "value": "true"}]}), fx.res("aws_load_balancer_policy.y", {"policy_type_name": fx.expression, "policy_attribute": [{"name": "Protocol-TLSv1", "value": "true"}]})])
	fx.verdicts(findings) == {["aws_load_balancer_policy.x", "unknown", "expression-unresolved"], ["aws_load_balancer_policy.y", "unknown", "expression-unresolved"]}
}

test_negotiation_policy_is_judged_alike if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_ssl_negotiation_policy.p", {"attribute": [
		{"name": "Protocol-SSLv3", "value": "true"},
		{"name": "Protocol-TLSv1", "value": "false"},
		{"name": "ECDHE-RSA-RC4-SHA", "value": "true"},
		{"name": "ECDHE-RSA-AES128-GCM-SHA256", "value": "true"},
	]})])
	fx.verdicts(findings) == {["aws_lb_ssl_negotiation_policy.p", "fail", "old-tls"], ["aws_lb_ssl_negotiation_policy.p", "fail", "weak-cipher"]}
}

test_negotiation_policy_with_an_unresolved_name_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lb_ssl_negotiation_policy.p", {"attribute": [{"name": fx.expression, "value": "true"}]})])
	fx.verdicts(findings) == {["aws_lb_ssl_negotiation_policy.p", "unknown", "expression-unresolved"]}
}

negotiation(name, value) := fx.stack([fx.res("aws_lb_ssl_negotiation_policy.p", {"attribute": [{"name": name, "value": value}]})])

test_each_old_protocol_and_each_weak_cipher_is_told if {
	every name, reason in {
		"Protocol-SSLv2": "old-tls", "Protocol-TLSv1": "old-tls", "Protocol-TLSv1.1": "old-tls",
		"DES-CBC3-SHA": "weak-cipher", "RC2-CBC": "weak-cipher", "EXP-X": "weak-cipher", "X-MD5": "weak-cipher", "RC4-SHA": "weak-cipher", "NULL-SHA": "weak-cipher", "ADH-AES": "weak-cipher",
		"X-aNULL": "weak-cipher", "SEED-SHA": "weak-cipher", "IDEA-CBC-SHA": "weak-cipher", "KRB5-X": "weak-cipher",
	} {
		on := rule.findings with input as negotiation(name, "true")
		fx.verdicts(on) == {["aws_lb_ssl_negotiation_policy.p", "fail", reason]}
		off := rule.findings with input as negotiation(name, "false")
		fx.verdicts(off) == set()
		later := rule.findings with input as negotiation(name, fx.expression)
		fx.verdicts(later) == {["aws_lb_ssl_negotiation_policy.p", "unknown", "expression-unresolved"]}
	}
}

test_a_sound_cipher_may_turn_out_as_it_likes if {
	findings := rule.findings with input as negotiation("ECDHE-RSA-AES128-GCM-SHA256", fx.expression)
	fx.verdicts(findings) == set()
}

test_a_policy_of_another_type_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_load_balancer_policy.x", {"policy_type_name": "ProxyProtocolPolicyType", "policy_attribute": [{"name": "Protocol-SSLv3", "value": "true"}, {"name": fx.expression, "value": "true"}]})])
	fx.verdicts(findings) == set()
}

balancer := fx.res("aws_elb.b", {"name": "ingest", "listener": [{"lb_port": 80, "lb_protocol": "http"}, {"lb_port": 443, "lb_protocol": "HTTPS"}]})

chosen(balancer_name, port) := fx.res("aws_load_balancer_listener_policy.l", {"load_balancer_name": balancer_name, "load_balancer_port": port})

test_listener_without_a_policy_fails if {
	findings := rule.findings with input as fx.stack([balancer])
	fx.verdicts(findings) == {["aws_elb.b", "fail", "absent"]}
	fx.details(findings) == {["aws_elb.b", "1"]}
}

test_listener_with_a_policy_passes if {
	by_reference := rule.findings with input as fx.stack([balancer, chosen(fx.ref("aws_elb.b"), 443)])
	fx.verdicts(by_reference) == set()
	by_name := rule.findings with input as fx.stack([balancer, chosen("ingest", "443")])
	fx.verdicts(by_name) == set()
	negotiated := rule.findings with input as fx.stack([balancer, fx.res("aws_lb_ssl_negotiation_policy.l", {"load_balancer": fx.ref("aws_elb.b"), "lb_port": 443})])
	fx.verdicts(negotiated) == set()
}

test_policy_of_another_listener_leaves_it_without_one if {
	findings := rule.findings with input as fx.stack([balancer, chosen(fx.ref("aws_elb.b"), 8443)])
	fx.verdicts(findings) == {["aws_elb.b", "fail", "absent"]}
}

test_policy_of_a_port_or_balancer_unresolved_is_unknown if {
	port := rule.findings with input as fx.stack([balancer, chosen(fx.ref("aws_elb.b"), fx.expression)])
	fx.verdicts(port) == {["aws_elb.b", "unknown", "reference-unresolved"]}
	name := rule.findings with input as fx.stack([balancer, chosen(fx.expression, 443)])
	fx.verdicts(name) == {["aws_elb.b", "unknown", "reference-unresolved"]}
}

test_listener_without_tls_needs_no_policy if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.b", {"listener": [{"lb_port": 80, "lb_protocol": "http"}]})])
	fx.verdicts(findings) == set()
}

test_listener_of_an_unresolved_protocol_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elb.b", {"listener": [{"lb_port": 443, "lb_protocol": fx.expression}]})])
	fx.verdicts(findings) == {["aws_elb.b", "unknown", "expression-unresolved"]}
}
