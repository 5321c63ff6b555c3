package bulwark.rules_test.security_group_http_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_http_closed as rule

test_closed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.x", {"ingress": [{"protocol": "tcp", "from_port": 80, "to_port": 80, "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_https_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.x", {"ingress": [{"protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == set()
}

test_open_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.x", {"ingress": [{"protocol": "tcp", "from_port": 80, "to_port": 80, "cidr_blocks": ["0.0.0.0/0"]}]})])
	fx.verdicts(findings) == {["aws_security_group.x", "fail", "open-to-the-internet"]}
}

test_range_over_it_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.x", {"ip_protocol": "tcp", "from_port": 79, "to_port": 90, "cidr_ipv6": "::/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.x", "fail", "open-to-the-internet"]}
}

test_unresolved_addresses_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group_rule.x", {"type": "ingress", "protocol": "tcp", "from_port": 80, "to_port": 80, "cidr_blocks": [fx.expression]})])
	fx.verdicts(findings) == {["aws_security_group_rule.x", "unknown", "expression-unresolved"]}
}
