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

# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRuleRequest.html
test_other_spellings_of_the_internet_fail if {
	every cidr in ["1.2.3.4/0", "0:0:0:0:0:0:0:0/0", "::0/0", "0.0.0.0/1", "128.0.0.0/1", "2000::/3"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": [cidr]}]})])
		fx.verdicts(findings) == {["aws_security_group.g", "fail", "open-to-the-internet"]}
	}
}

test_long_prefixes_that_end_in_the_same_digit_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/10", "10.1.0.0/21", "2001:db8::/20"]}]})])
	fx.verdicts(findings) == set()
}

test_protocol_in_capitals_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 3389, "to_port": 3389, "ip_protocol": "TCP", "cidr_ipv4": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "open-to-the-internet"]}
}

test_prefix_list_of_every_address_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ec2_managed_prefix_list.all", {"entry": [{"cidr": "0.0.0.0/0"}]}),
		fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "prefix_list_id": fx.ref("aws_ec2_managed_prefix_list.all")}),
	])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "open-to-the-internet"]}
}

test_entry_of_its_own_in_a_prefix_list_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ec2_managed_prefix_list.all", {"entry": []}),
		fx.res("aws_ec2_managed_prefix_list_entry.all", {"cidr": "::/0", "prefix_list_id": fx.ref("aws_ec2_managed_prefix_list.all")}),
		fx.res("aws_security_group_rule.r", {"type": "ingress", "from_port": 22, "to_port": 22, "protocol": "tcp", "prefix_list_ids": [fx.ref("aws_ec2_managed_prefix_list.all")]}),
	])
	fx.verdicts(findings) == {["aws_security_group_rule.r", "fail", "open-to-the-internet"]}
}

test_prefix_list_of_one_network_passes if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ec2_managed_prefix_list.office", {"entry": [{"cidr": "192.0.2.0/24"}]}),
		fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "prefix_list_id": fx.ref("aws_ec2_managed_prefix_list.office")}),
	])
	fx.verdicts(findings) == set()
}

test_prefix_list_known_only_later_is_unknown if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ec2_managed_prefix_list.later", {"entry": [{"cidr": fx.expression}]}),
		fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 22, "to_port": 22, "ip_protocol": "tcp", "prefix_list_id": fx.ref("aws_ec2_managed_prefix_list.later")}),
	])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "unknown", "expression-unresolved"]}
}

test_rule_of_which_nothing_is_known_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"ingress": [{"protocol": fx.expression, "from_port": fx.expression, "to_port": fx.expression, "cidr_blocks": fx.expression}]})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}

open(from, to, protocol) := fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": from, "to_port": to, "ip_protocol": protocol, "cidr_ipv4": "0.0.0.0/0"})])

test_rdp_over_udp_fails if {
	every to in [3389, 3400] {
		findings := rule.findings with input as open(3389, to, "udp")
		{[fact.reason, fact.detail] | some fact in findings} == {["open-to-the-internet", "3389"]}
	}
}

test_range_of_udp_without_rdp_passes if {
	findings := rule.findings with input as open(20, 30, "udp")
	findings == set()
}

test_range_with_both_is_told_once if {
	findings := rule.findings with input as open(20, 4000, "tcp")
	{[fact.reason, fact.detail, fact.actual] | some fact in findings} == {["range-open-to-the-internet", "20-4000", [22, 3389]]}
}
