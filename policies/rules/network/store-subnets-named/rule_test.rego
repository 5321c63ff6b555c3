package bulwark.rules_test.store_subnets_named

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_subnets_named as rule

test_named_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"cluster_subnet_group_name": "private"})])
	fx.verdicts(findings) == set()
}

test_default_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_named_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"subnet_group_name": "private"})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_named_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"subnet_group_name": "private"})])
	fx.verdicts(findings) == set()
}

test_default_memorydb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "fail", "absent"]}
}

test_named_elasticache_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"subnet_group_name": "private"})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "fail", "absent"]}
}

test_group_called_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"subnet_group_name": "default"})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "fail", "not-allowed"]}
}

test_member_of_a_replication_group_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"replication_group_id": "sessions"})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "not-applicable", "lies-where-its-replication-group-does"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"subnet_group_name": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "unknown", "expression-unresolved"]}
}
