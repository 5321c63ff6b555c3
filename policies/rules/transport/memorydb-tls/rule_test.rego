package bulwark.rules_test.memorydb_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.memorydb_tls as rule

test_on_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"tls_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_off_memorydb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"tls_enabled": false})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "fail", "disabled"]}
}

test_unresolved_memorydb_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"tls_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "unknown", "expression-unresolved"]}
}
