package bulwark.rules_test.store_backup_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_backup_retention as rule

test_enough_docdb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"backup_retention_period": 7})])
	fx.verdicts(findings) == set()
}

test_too_little_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"backup_retention_period": 6})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "below-baseline"]}
}

test_default_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "absent"]}
}

test_unresolved_docdb_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"backup_retention_period": fx.expression})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_enough_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"backup_retention_period": 7})])
	fx.verdicts(findings) == set()
}

test_too_little_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"backup_retention_period": 6})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "below-baseline"]}
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_unresolved_neptune_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"backup_retention_period": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "unknown", "expression-unresolved"]}
}

test_enough_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"automated_snapshot_retention_period": 7})])
	fx.verdicts(findings) == set()
}

test_too_little_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"automated_snapshot_retention_period": 6})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "below-baseline"]}
}

test_default_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_unresolved_redshift_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"automated_snapshot_retention_period": fx.expression})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "expression-unresolved"]}
}

test_enough_elasticache_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"snapshot_retention_limit": 1})])
	fx.verdicts(findings) == set()
}

test_too_little_elasticache_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"snapshot_retention_limit": 0})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "fail", "below-baseline"]}
}

test_default_elasticache_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "fail", "absent"]}
}

test_unresolved_elasticache_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"snapshot_retention_limit": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "unknown", "expression-unresolved"]}
}

test_enough_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"snapshot_retention_limit": 1})])
	fx.verdicts(findings) == set()
}

test_too_little_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"snapshot_retention_limit": 0})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "below-baseline"]}
}

test_default_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_unresolved_elasticache_replication_group_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"snapshot_retention_limit": fx.expression})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "unknown", "expression-unresolved"]}
}

test_memcached_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"engine": "memcached"})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "not-applicable", "keeps-no-snapshots"]}
}

test_member_of_a_replication_group_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_cluster.x", {"replication_group_id": "sessions"})])
	fx.verdicts(findings) == {["aws_elasticache_cluster.x", "not-applicable", "keeps-no-snapshots"]}
}

policy(status) := fx.res("aws_efs_backup_policy.p", {"file_system_id": fx.ref("aws_efs_file_system.f"), "backup_policy": [{"status": status}]})

test_a_file_system_whose_backup_is_off_fails if {
	findings := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", {"resources": [fx.ref("aws_dynamodb_table.t")]})])
	fx.verdicts(findings) == {["aws_efs_backup_policy.p", "fail", "disabled"]}
}

test_a_file_system_with_a_backup_passes if {
	on := rule.findings with input as fx.stack([policy("ENABLED")])
	fx.verdicts(on) == set()
	selected := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", {"resources": [fx.ref("aws_efs_file_system.f")]})])
	fx.verdicts(selected) == set()
}

test_a_file_system_that_a_plan_may_take_is_unknown if {
	every values in [{"selection_tag": [{"key": "backup"}]}, {"resources": ["*"]}, {"resources": [fx.expression]}, {"resources": fx.expression}] {
		findings := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", values)])
		fx.verdicts(findings) == {["aws_efs_backup_policy.p", "unknown", "expression-unresolved"]}
	}
}

test_an_unresolved_policy_is_unknown if {
	findings := rule.findings with input as fx.stack([policy(fx.expression)])
	fx.verdicts(findings) == {["aws_efs_backup_policy.p", "unknown", "expression-unresolved"]}
}

test_a_backup_that_is_being_switched_on_passes if {
	findings := rule.findings with input as fx.stack([policy("ENABLING")])
	fx.verdicts(findings) == set()
}

test_a_condition_or_a_reference_to_what_nobody_knows_may_take_it if {
	every values in [{"condition": [{"string_equals": []}]}, {"resources": fx.ref("module.elsewhere")}, {"resources": ["arn:aws:elasticfilesystem:*:*:file-system/*"]}, {"resources": ["arn:*:*:*:*:file-system/*"]}] {
		findings := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", values)])
		fx.verdicts(findings) == {["aws_efs_backup_policy.p", "unknown", "expression-unresolved"]}
	}
}

test_a_pattern_of_another_service_takes_no_file_system if {
	findings := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", {"resources": ["arn:aws:dynamodb:*:*:table/*"]})])
	fx.verdicts(findings) == {["aws_efs_backup_policy.p", "fail", "disabled"]}
}

test_a_plan_that_names_another_file_system_does_not_take_it if {
	findings := rule.findings with input as fx.stack([policy("DISABLED"), fx.res("aws_backup_selection.s", {"resources": ["arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-1"]})])
	fx.verdicts(findings) == {["aws_efs_backup_policy.p", "fail", "disabled"]}
}
