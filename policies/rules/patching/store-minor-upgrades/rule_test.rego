package bulwark.rules_test.store_minor_upgrades

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_minor_upgrades as rule

test_on_mq_broker_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_mq_broker_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "absent"]}
}

test_off_mq_broker_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "disabled"]}
}

test_unresolved_mq_broker_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "unknown", "expression-unresolved"]}
}

test_on_dms_replication_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_dms_replication_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "fail", "absent"]}
}

test_off_dms_replication_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "fail", "disabled"]}
}

test_unresolved_dms_replication_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "unknown", "expression-unresolved"]}
}

test_on_elasticache_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_off_elasticache_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "fail", "disabled"]}
}

test_unresolved_elasticache_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == set()
}

test_off_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "disabled"]}
}

test_unresolved_elasticache_replication_group_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

test_on_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_off_memorydb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "fail", "disabled"]}
}

test_unresolved_memorydb_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"allow_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_off_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"allow_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "disabled"]}
}

test_unresolved_redshift_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"allow_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_neptune_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"auto_minor_version_upgrade": true})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {})])
	fx.verdicts(findings) == set()
}

test_off_neptune_cluster_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == {["aws_neptune_cluster_instance.x", "fail", "disabled"]}
}

test_unresolved_neptune_cluster_instance_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster_instance.x", {"auto_minor_version_upgrade": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster_instance.x", "unknown", "expression-unresolved"]}
}

test_switch_that_documentdb_does_not_heed_is_no_finding if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster_instance.x", {"auto_minor_version_upgrade": false})])
	fx.verdicts(findings) == set()
}
