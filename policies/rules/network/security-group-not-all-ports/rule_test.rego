package bulwark.rules_test.security_group_not_all_ports

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_not_all_ports as rule

test_one_port_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_all_from_inside_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_every_protocol_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "every-port-open"]}
}

test_every_port_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 0, "to_port": 65535, "ip_protocol": "tcp", "cidr_ipv6": "::/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "every-port-open"]}
}

test_unresolved_address_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": [fx.expression]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}

test_every_protocol_in_capitals_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"ip_protocol": "ALL", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "every-port-open"]}
}

test_rule_of_which_nothing_is_known_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"protocol": fx.expression, "from_port": fx.expression, "to_port": fx.expression, "cidr_blocks": fx.expression}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}
