package bulwark.rules_test.security_group_admin_ports_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_admin_ports_closed as rule

test_one_network_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_other_port_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_inline_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "open-to-the-internet"]}
}

test_split_out_ipv6_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "ingress", "from_port": 22, "to_port": 22, "protocol": "tcp", "ipv6_cidr_blocks": ["::/0"]})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "open-to-the-internet"]}
}

test_egress_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "egress", "from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})])
	fx.verdicts(findings) == set()
}

test_own_resource_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "open-to-the-internet"]}
}

test_unresolved_address_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "cidr_ipv4": fx.expression})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "unknown", "expression-unresolved"]}
}

test_unresolved_port_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": fx.expression, "to_port": fx.expression, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}

test_dynamic_rules_known_only_later_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": fx.expression})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}
