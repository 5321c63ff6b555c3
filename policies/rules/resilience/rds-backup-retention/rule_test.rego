package bulwark.rules_test.rds_backup_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_backup_retention as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"backup_retention_period": 7})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"backup_retention_period": 6})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"backup_retention_period": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_cluster_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_replica_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"replicate_source_db": "y"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "replica"]}
}

test_made_from_a_backup_is_unknown_where_nothing_is_written if {
	every address in ["aws_db_instance.x", "aws_rds_cluster.x"] {
		inherited := rule.findings with input as fx.stack([fx.res(address, {"snapshot_identifier": "nightly"})])
		fx.verdicts(inherited) == {[address, "unknown", "backup-elsewhere"]}
		written := rule.findings with input as fx.stack([fx.res(address, {"snapshot_identifier": "nightly", "backup_retention_period": 1})])
		fx.verdicts(written) == {[address, "fail", "below-baseline"]}
	}
}
