package bulwark.rules_test.lb_listener_mqtt_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lb_listener_mqtt_tls as rule

listener(type, protocol, port) := fx.stack([fx.res(concat(".", [type, "l"]), {"protocol": protocol, "port": port})])

test_tls_passes if {
	every given in [["TLS", 8883], ["TLS", 1883], ["TCP", 8883], ["TCP", 443], ["UDP", 5684], ["HTTPS", 443], ["HTTP", 1883], [null, 1883]] {
		findings := rule.findings with input as listener("aws_lb_listener", given[0], given[1])
		fx.verdicts(findings) == set()
	}
}

test_plain_port_fails if {
	every type in ["aws_lb_listener", "aws_alb_listener"] {
		every protocol in ["TCP", "UDP", "TCP_UDP", "tcp"] {
			every port in [1883, "1883", 5672, 5683] {
				findings := rule.findings with input as listener(type, protocol, port)
				fx.verdicts(findings) == {[concat(".", [type, "l"]), "fail", "plaintext-port"]}
			}
		}
	}
}

test_unresolved_port_is_unknown if {
	every protocol in ["TCP", "UDP", "TCP_UDP"] {
		findings := rule.findings with input as listener("aws_lb_listener", protocol, fx.expression)
		fx.verdicts(findings) == {["aws_lb_listener.l", "unknown", "expression-unresolved"]}
	}
}

test_unresolved_port_of_tls_passes if {
	findings := rule.findings with input as listener("aws_lb_listener", "TLS", fx.expression)
	fx.verdicts(findings) == set()
}

test_unresolved_protocol_is_unknown_on_a_plain_port if {
	found := rule.findings with input as listener("aws_lb_listener", fx.expression, 1883)
	fx.verdicts(found) == {["aws_lb_listener.l", "unknown", "expression-unresolved"]}
	none := rule.findings with input as listener("aws_lb_listener", fx.expression, 8883)
	fx.verdicts(none) == set()
}
