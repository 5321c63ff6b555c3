package bulwark.rules_test.elasticache_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.elasticache_tls as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true})])
	fx.verdicts(findings) == set()
}

test_in_the_clear_beside_tls_fails if {
	preferred := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": "preferred"})])
	fx.verdicts(preferred) == {["aws_elasticache_replication_group.x", "fail", "not-allowed"]}
	required := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": "required"})])
	fx.verdicts(required) == set()
}

test_unresolved_mode_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": false})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

test_member_of_a_global_datastore_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"global_replication_group_id": fx.ref("aws_elasticache_global_replication_group.x")})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "not-applicable", "as-its-global-datastore"]}
}

test_may_be_a_member_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"global_replication_group_id": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.g", "unknown", "expression-unresolved"]}
}

test_memcached_in_the_clear_fails if {
	off := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.c", {"engine": "memcached"})])
	fx.verdicts(off) == {["aws_elasticache_cluster.c", "fail", "absent"]}
	on := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.c", {"engine": "memcached", "transit_encryption_enabled": true})])
	fx.verdicts(on) == set()
}

test_node_of_a_group_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.c", {"replication_group_id": fx.ref("aws_elasticache_replication_group.g")})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.c", "not-applicable", "as-its-replication-group"]}
}

test_a_switch_that_is_written_decides_by_itself if {
	every value, expected in {true: set(), false: {["aws_elasticache_replication_group.g", "fail", "disabled"]}} {
		findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.g", {"global_replication_group_id": fx.expression, "transit_encryption_enabled": value})])
		fx.verdicts(findings) == expected
	}
}

test_plaintext_beside_tls_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": "preferred"})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "not-allowed"]}
}

test_tls_alone_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": "required"})])
	fx.verdicts(findings) == set()
}

test_unresolved_mode_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": true, "transit_encryption_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

# One finding is enough where TLS is off.
test_mode_of_a_cache_without_tls_says_nothing if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"transit_encryption_enabled": false, "transit_encryption_mode": "preferred"})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "disabled"]}
}
