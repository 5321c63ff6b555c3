package bulwark.rules_test.security_group_mqtt_plain_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_mqtt_plain_closed as rule

test_one_network_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 1883, "to_port": 1883, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_other_port_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 1883, "to_port": 1883, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "open-to-the-internet"]}
}

test_split_out_ipv6_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "ingress", "from_port": 1883, "to_port": 1883, "protocol": "tcp", "ipv6_cidr_blocks": ["::/0"]})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "open-to-the-internet"]}
}

test_egress_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "egress", "from_port": 1883, "to_port": 1883, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})])
	fx.verdicts(findings) == set()
}

test_own_resource_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 1883, "to_port": 1883, "ip_protocol": "tcp", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "open-to-the-internet"]}
}

test_unresolved_address_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 1883, "to_port": 1883, "ip_protocol": "tcp", "cidr_ipv4": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "unknown", "expression-unresolved"]}
}

test_unresolved_port_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": fx.expression, "to_port": fx.expression, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}

open(from, to, protocol) := fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv4": "0.0.0.0/0"})])

test_coap_and_amqp_fail if {
	every given in [[5683, 5683, "udp"], [5683, 5684, "udp"], [5683, 5683, "tcp"], [5672, 5672, "tcp"], [1883, 1883, "udp"]] {
		findings := rule.findings with input as open(given[0], given[1], given[2])
		{[fact.reason, fact.detail] | some fact in findings} == {["open-to-the-internet", format_int(given[0], 10)]}
	}
}

test_encrypted_ports_pass if {
	every given in [[8883, "tcp"], [5684, "udp"], [5671, "tcp"]] {
		findings := rule.findings with input as open(given[0], given[0], given[1])
		findings == set()
	}
}
