package bulwark.rules_test.security_group_described

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.security_group_described as rule

test_described_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"description": "Gateways", "ingress": [{"description": "MQTT", "from_port": 8883, "to_port": 8883, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]}]})])
	fx.verdicts(findings) == set()
}

test_default_text_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"description": "Managed by Terraform"})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "absent"]}
}

test_nothing_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {})])
	fx.verdicts(findings) == {["aws_security_group.g", "fail", "absent"]}
}

test_rule_without_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpc_security_group_ingress_rule.r", {"from_port": 443, "to_port": 443, "ip_protocol": "tcp", "cidr_ipv4": "10.0.0.0/8"})])
	fx.verdicts(findings) == {["aws_vpc_security_group_ingress_rule.r", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_security_group.g", {"description": fx.expression})])
	fx.verdicts(findings) == {["aws_security_group.g", "unknown", "expression-unresolved"]}
}
