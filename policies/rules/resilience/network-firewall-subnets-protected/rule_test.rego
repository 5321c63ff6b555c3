package bulwark.rules_test.network_firewall_subnets_protected

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_firewall_subnets_protected as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"subnet_change_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"subnet_change_protection": false})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "disabled"]}
}

test_other_protections_do_not_count if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"delete_protection": true, "firewall_policy_change_protection": true})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"subnet_change_protection": fx.expression})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "unknown", "expression-unresolved"]}
}
