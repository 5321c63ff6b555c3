package bulwark.rules_test.store_deletion_protected

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_deletion_protected as rule

test_on_docdb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"deletion_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "absent"]}
}

test_off_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"deletion_protection": false})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "disabled"]}
}

test_unresolved_docdb_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"deletion_protection": fx.expression})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"deletion_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_off_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"deletion_protection": false})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "disabled"]}
}

test_unresolved_neptune_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"deletion_protection": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_networkfirewall_firewall_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"delete_protection": true})])
	fx.verdicts(findings) == set()
}

test_default_networkfirewall_firewall_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "absent"]}
}

test_off_networkfirewall_firewall_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"delete_protection": false})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "fail", "disabled"]}
}

test_unresolved_networkfirewall_firewall_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_networkfirewall_firewall.x", {"delete_protection": fx.expression})])
	fx.verdicts(findings) == {["aws_networkfirewall_firewall.x", "unknown", "expression-unresolved"]}
}
