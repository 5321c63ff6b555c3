package bulwark.rules_test.cluster_storage_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.cluster_storage_encrypted as rule

test_on_docdb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "absent"]}
}

test_off_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"storage_encrypted": false})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "disabled"]}
}

test_unresolved_docdb_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"storage_encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_off_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"storage_encrypted": false})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "disabled"]}
}

test_unresolved_neptune_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"storage_encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "unknown", "expression-unresolved"]}
}

test_on_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_off_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "disabled"]}
}

test_unresolved_redshift_cluster_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "expression-unresolved"]}
}

test_global_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_global_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_global_cluster.x", "fail", "absent"]}
}

test_global_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_global_cluster.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_global_from_a_cluster_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_global_cluster.x", {"source_db_cluster_identifier": fx.ref("aws_docdb_cluster.x")})])
	fx.verdicts(findings) == {["aws_docdb_global_cluster.x", "not-applicable", "encrypted-as-its-source"]}
}

test_cluster_made_from_a_backup_is_unknown if {
	every type in ["aws_docdb_cluster", "aws_neptune_cluster", "aws_redshift_cluster"] {
		address := concat(".", [type, "x"])
		findings := rule.findings with input as fx.stack([fx.res(address, {"snapshot_identifier": "s"})])
		fx.verdicts(findings) == {[address, "unknown", "backup-elsewhere"]}
	}
	point := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"restore_to_point_in_time": [{"source_cluster_identifier": "s"}]})])
	fx.verdicts(point) == {["aws_docdb_cluster.x", "unknown", "backup-elsewhere"]}
	later := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"snapshot_identifier": fx.expression})])
	fx.verdicts(later) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_switch_written_beside_a_backup_counts if {
	on := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"snapshot_identifier": "s", "storage_encrypted": true})])
	fx.verdicts(on) == set()
	off := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"snapshot_identifier": "s", "storage_encrypted": false})])
	fx.verdicts(off) == {["aws_docdb_cluster.x", "fail", "disabled"]}
}

test_global_neptune_cluster_fails_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_global_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_global_cluster.x", "fail", "absent"]}
	copy := rule.findings with input as fx.stack([fx.res("aws_neptune_global_cluster.x", {"source_db_cluster_identifier": fx.ref("aws_neptune_cluster.c")})])
	fx.verdicts(copy) == {["aws_neptune_global_cluster.x", "not-applicable", "encrypted-as-its-source"]}
}

test_default_that_a_plan_shows_beside_a_backup_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"snapshot_identifier": "s", "encrypted": false})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "unknown", "backup-elsewhere"]}
}

test_neptune_of_a_snapshot_is_as_that_was if {
	every values in [{"storage_encrypted": false}, {}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", object.union(values, {"snapshot_identifier": "rds:neptune-1"}))])
		fx.verdicts(findings) == {["aws_neptune_cluster.x", "unknown", "backup-elsewhere"]}
	}
}
