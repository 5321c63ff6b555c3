package bulwark.rules_test.security_group_risky_ports_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_risky_ports_closed as rule

test_one_network_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_other_port_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "open-to-the-internet"]}
}

test_split_out_ipv6_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "ingress", "from_port": 5432, "to_port": 5432, "protocol": "tcp", "ipv6_cidr_blocks": ["::/0"]})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "open-to-the-internet"]}
}

test_egress_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "egress", "from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})])
	fx.verdicts(findings) == set()
}

test_own_resource_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 5432, "to_port": 5432, "ip_protocol": "tcp", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "open-to-the-internet"]}
}

test_unresolved_address_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 5432, "to_port": 5432, "ip_protocol": "tcp", "cidr_ipv4": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "unknown", "expression-unresolved"]}
}

test_unresolved_port_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": fx.expression, "to_port": fx.expression, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}

open(from, to, protocol) := fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv4": "0.0.0.0/0"})])

test_one_port_fails_over_either_protocol if {
	every port in [23, 389, 2379, 2484, 3020, 4506, 5439, 5900, 7001, 8086, 11215, 27018, 61621] {
		every protocol in ["tcp", "udp", "6", "17"] {
			findings := rule.findings with input as open(port, port, protocol)
			{[fact.reason, fact.detail] | some fact in findings} == {["open-to-the-internet", format_int(port, 10)]}
		}
	}
}

test_port_of_no_such_program_passes if {
	every port in [443, 8883, 8443, 27020, 22, 3389, 80] {
		every protocol in ["tcp", "udp"] {
			findings := rule.findings with input as open(port, port, protocol)
			findings == set()
		}
	}
}

test_range_is_told_once_with_what_lies_in_it if {
	findings := rule.findings with input as open(27015, 27025, "tcp")
	{[fact.reason, fact.detail, fact.actual] | some fact in findings} == {["range-open-to-the-internet", "27015-27025", [27017, 27018, 27019]]}
}

test_range_with_one_of_them_is_told_by_that if {
	findings := rule.findings with input as open(27019, 27030, "tcp")
	{[fact.reason, fact.detail] | some fact in findings} == {["open-to-the-internet", "27019"]}
}

test_media_streams_pass if {
	findings := rule.findings with input as open(16384, 32767, "udp")
	findings == set()
}

test_range_of_udp_with_what_answers_at_length_fails if {
	findings := rule.findings with input as open(100, 200, "udp")
	{[fact.reason, fact.detail, fact.actual] | some fact in findings} == {["range-open-to-the-internet", "100-200", [111, 123, 137, 138, 161]]}
}

test_amplifier_passes_over_tcp if {
	findings := rule.findings with input as open(161, 161, "tcp")
	findings == set()
}

test_other_protocol_passes if {
	findings := rule.findings with input as open(23, 23, "icmp")
	findings == set()
}

hidden(port) := fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": port, "to_port": port, "ip_protocol": "udp", "cidr_ipv4": fx.expression})])

test_unknown_network_matters_only_for_a_listed_port if {
	found := rule.findings with input as hidden(161)
	fx.verdicts(found) == {["aws_vpc_security_group_ingress_rule.r", "unknown", "expression-unresolved"]}
	none := rule.findings with input as hidden(8883)
	none == set()
}

test_every_port_is_told_elsewhere if {
	every rule_of in [open(0, 65535, "tcp"), open(0, 65535, "udp"), open(0, 0, "-1")] {
		findings := rule.findings with input as rule_of
		findings == set()
	}
}
