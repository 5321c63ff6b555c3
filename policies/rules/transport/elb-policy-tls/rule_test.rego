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
