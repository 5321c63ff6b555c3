package bulwark.rules_test.network_acl_admin_ports_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_acl_admin_ports_closed as rule

test_other_port_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.n", {"ingress": [{"rule_no": 1, "action": "allow", "protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == set()
}

test_inside_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.n", {"ingress": [{"rule_no": 1, "action": "allow", "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "10.0.0.0/8"}]})])
	fx.verdicts(findings) == set()
}

test_ssh_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.n", {"ingress": [{"rule_no": 1, "action": "allow", "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == {["aws_network_acl.n", "fail", "open-to-the-internet"]}
}

test_every_protocol_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_default_network_acl.n", {"ingress": [{"rule_no": 1, "action": "allow", "protocol": "-1", "from_port": 0, "to_port": 0, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == {["aws_default_network_acl.n", "fail", "open-to-the-internet"]}
}

test_split_out_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.n", {"rule_action": "allow", "protocol": "6", "from_port": 3000, "to_port": 4000, "ipv6_cidr_block": "::/0"})])
	fx.verdicts(findings) == {["aws_network_acl_rule.n", "fail", "open-to-the-internet"]}
}

test_deny_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.n", {"rule_action": "deny", "protocol": "-1", "cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.n", {"rule_action": "allow", "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": fx.expression})])
	fx.verdicts(findings) == {["aws_network_acl_rule.n", "unknown", "expression-unresolved"]}
}

test_an_action_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.n", {"ingress": [{"rule_no": 1, "action": fx.expression, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == {["aws_network_acl.n", "unknown", "expression-unresolved"]}
}

test_a_direction_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.n", {"rule_number": 1, "rule_action": "allow", "egress": fx.expression, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_network_acl_rule.n", "unknown", "expression-unresolved"]}
}

test_other_spelling_of_the_internet_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.r", {"rule_action": "allow", "from_port": 22, "to_port": 22, "protocol": "TCP", "cidr_block": "1.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_network_acl_rule.r", "fail", "open-to-the-internet"]}
}

test_entry_of_which_nothing_is_known_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.n", {"ingress": [{"action": fx.expression, "protocol": fx.expression, "from_port": fx.expression, "to_port": fx.expression, "cidr_block": fx.expression}]})])
	fx.verdicts(findings) == {["aws_network_acl.n", "unknown", "expression-unresolved"]}
}
