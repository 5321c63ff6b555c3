package bulwark.rules_test.vpn_algorithms

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vpn_algorithms as rule

strong := {key: value |
	some tunnel in ["tunnel1", "tunnel2"]
	some phase in ["phase1", "phase2"]
	some list, value in {"dh_group_numbers": [14, 20], "integrity_algorithms": ["SHA2-256"]}
	key := concat("_", [tunnel, phase, list])
}

connection(values) := fx.stack([fx.res("aws_vpn_connection.x", object.union(strong, values))])

seen(findings) := {[fact.path, fact.detail, fact.verdict, fact.reason] | some fact in findings}

test_strong_passes if {
	findings := rule.findings with input as connection({})
	fx.verdicts(findings) == set()
}

test_default_fails_once_for_each_tunnel if {
	findings := rule.findings with input as fx.stack([fx.res("aws_vpn_connection.x", {})])
	{[fact.detail, fact.verdict, fact.reason] | some fact in findings} == {["tunnel1", "fail", "absent"], ["tunnel2", "fail", "absent"]}
	{fact.path | some fact in findings} == object.keys(strong)
}

test_each_list_counts if {
	every path, _ in strong {
		findings := rule.findings with input as connection({path: null})
		seen(findings) == {[path, split(path, "_")[0], "fail", "absent"]}
	}
}

test_each_weak_group_fails if {
	every group in [2, 5, 22, 23, 24] {
		findings := rule.findings with input as connection({"tunnel2_phase1_dh_group_numbers": [14, group]})
		seen(findings) == {["tunnel2_phase1_dh_group_numbers", "tunnel2", "fail", "not-allowed"]}
	}
}

test_other_groups_pass if {
	findings := rule.findings with input as connection({"tunnel2_phase2_dh_group_numbers": [14, 15, 16, 17, 18, 19, 20, 21]})
	fx.verdicts(findings) == set()
}

test_old_hash_fails if {
	findings := rule.findings with input as connection({"tunnel1_phase2_integrity_algorithms": ["SHA1", "SHA2-256"]})
	seen(findings) == {["tunnel1_phase2_integrity_algorithms", "tunnel1", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	every value in [fx.expression, [20, fx.expression]] {
		findings := rule.findings with input as connection({"tunnel1_phase1_dh_group_numbers": value})
		seen(findings) == {["tunnel1_phase1_dh_group_numbers", "tunnel1", "unknown", "expression-unresolved"]}
	}
}
