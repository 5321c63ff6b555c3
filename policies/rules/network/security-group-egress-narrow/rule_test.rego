package bulwark.rules_test.security_group_egress_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_egress_narrow as rule

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"egress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_no_egress_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {})])
	fx.verdicts(findings) == set()
}

test_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"egress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "every-port-open"]}
}

test_split_out_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_egress_rule.r", {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_egress_rule.r", "fail", "every-port-open"]}
}

test_every_port_of_one_protocol_fails if {
	every protocol in ["tcp", "udp"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "egress", "from_port": 0, "to_port": 65535, "protocol": protocol, "ipv6_cidr_blocks": ["::/0"]})])
		fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "every-port-open"]}
	}
}

test_unresolved_ports_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.r", {"type": "egress", "from_port": fx.expression, "to_port": 65535, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "unknown", "expression-unresolved"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_egress_rule.r", {"ip_protocol": fx.expression, "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_egress_rule.r", "unknown", "expression-unresolved"]}
}

test_rule_of_which_nothing_is_known_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"egress": [{"protocol": fx.expression, "from_port": fx.expression, "to_port": fx.expression, "cidr_blocks": fx.expression}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}
