package bulwark.rules_test.network_acl_old_protocols_closed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_acl_old_protocols_closed as rule

test_mqtt_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.x", {"ingress": [{"action": "allow", "protocol": "tcp", "from_port": 8883, "to_port": 8883, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == set()
}

test_ftp_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.x", {"ingress": [{"action": "allow", "protocol": "tcp", "from_port": 21, "to_port": 21, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == {["aws_network_acl.x", "fail", "open-to-the-internet"]}
}

test_every_port_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.x", {"rule_action": "allow", "protocol": "-1", "cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == {["aws_network_acl_rule.x", "fail", "open-to-the-internet"]}
}

test_denied_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.x", {"rule_action": "deny", "protocol": "-1", "cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == set()
}

test_egress_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl_rule.x", {"rule_action": "allow", "egress": true, "protocol": "-1", "cidr_block": "0.0.0.0/0"})])
	fx.verdicts(findings) == set()
}

test_unresolved_port_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_network_acl.x", {"ingress": [{"action": "allow", "protocol": "tcp", "from_port": fx.expression, "to_port": 23, "cidr_block": "0.0.0.0/0"}]})])
	fx.verdicts(findings) == {["aws_network_acl.x", "unknown", "expression-unresolved"]}
}
