package bulwark.rules_test.network_firewall_inspects

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.network_firewall_inspects as rule

on_to := ["aws:forward_to_sfe"]

policy(block) := fx.stack([fx.res("aws_networkfirewall_firewall_policy.p", {"firewall_policy": [block]})])

groups := [{"resource_arn": "arn:aws:network-firewall:eu-central-1:111122223333:stateful-rulegroup/g"}]

test_handed_on_to_rules_passes if {
	findings := rule.findings with input as policy({"stateless_default_actions": on_to, "stateless_fragment_default_actions": ["aws:drop"], "stateful_rule_group_reference": groups})
	fx.verdicts(findings) == set()
}

test_dropped_passes_without_rules if {
	findings := rule.findings with input as policy({"stateless_default_actions": ["aws:drop"], "stateless_fragment_default_actions": ["aws:drop"]})
	fx.verdicts(findings) == set()
}

test_passed_on_fails if {
	findings := rule.findings with input as policy({"stateless_default_actions": ["aws:pass"], "stateless_fragment_default_actions": ["aws:drop"]})
	fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.p", "fail", "not-allowed"]}
}

test_fragments_passed_on_fail if {
	findings := rule.findings with input as policy({"stateless_default_actions": ["aws:drop"], "stateless_fragment_default_actions": ["aws:pass", "Counted"]})
	fx.details(findings) == {["aws_networkfirewall_firewall_policy.p", "firewall_policy.stateless_fragment_default_actions"]}
}

test_handed_on_to_nothing_fails if {
	every block in [{}, {"stateful_rule_group_reference": []}, {"stateful_default_actions": ["aws:alert_strict"]}] {
		findings := rule.findings with input as policy(object.union({"stateless_default_actions": on_to, "stateless_fragment_default_actions": on_to}, block))
		fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.p", "fail", "absent"]}
	}
}

test_handed_on_to_what_drops_passes if {
	findings := rule.findings with input as policy({"stateless_default_actions": on_to, "stateless_fragment_default_actions": on_to, "stateful_default_actions": ["aws:alert_strict", "aws:drop_strict"]})
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as policy({"stateless_default_actions": fx.expression, "stateless_fragment_default_actions": ["aws:drop"]})
	fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.p", "unknown", "expression-unresolved"]}
}

test_rules_unresolved_are_unknown if {
	findings := rule.findings with input as policy({"stateless_default_actions": on_to, "stateless_fragment_default_actions": ["aws:drop"], "stateful_rule_group_reference": fx.expression})
	fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.p", "unknown", "expression-unresolved"]}
}

test_a_default_of_the_stateful_rules_unresolved_is_unknown if {
	findings := rule.findings with input as policy({"stateless_default_actions": on_to, "stateless_fragment_default_actions": ["aws:drop"], "stateful_default_actions": [fx.expression, fx.ref("aws_ssm_parameter.x")]})
	fx.verdicts(findings) == {["aws_networkfirewall_firewall_policy.p", "unknown", "expression-unresolved"]}
}
