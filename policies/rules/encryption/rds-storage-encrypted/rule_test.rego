package bulwark.rules_test.rds_storage_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_storage_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"storage_encrypted": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_on_rds_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_off_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"storage_encrypted": false})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"storage_encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_replica_follows_its_source if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"replicate_source_db": fx.ref("aws_db_instance.y")})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "as-its-source"]}
}

test_made_from_a_backup_is_unknown if {
	every type in ["aws_db_instance", "aws_rds_cluster"] {
		address := concat(".", [type, "x"])
		findings := rule.findings with input as fx.stack([fx.res(address, {"snapshot_identifier": "s"})])
		fx.verdicts(findings) == {[address, "unknown", "backup-elsewhere"]}
	}
}
