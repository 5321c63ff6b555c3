package bulwark.rules_test.rds_iam_authentication

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_iam_authentication as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": false})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "disabled"]}
}

test_on_rds_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_off_rds_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"iam_database_authentication_enabled": false})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"iam_database_authentication_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_other_engine_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": "oracle-ee"})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "engine-without-iam"]}
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"engine": "neptune"})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_on_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"iam_database_authentication_enabled": true})])
	fx.verdicts(findings) == set()
}

replica_of(source) := fx.res("aws_db_instance.replica", {"replicate_source_db": source})

test_replica_has_the_engine_of_its_source if {
	other := rule.findings with input as fx.stack([replica_of(fx.ref("aws_db_instance.main")), fx.res("aws_db_instance.main", {"engine": "sqlserver-ee"})])
	fx.verdicts(other) == {["aws_db_instance.replica", "not-applicable", "engine-without-iam"], ["aws_db_instance.main", "not-applicable", "engine-without-iam"]}
	same := rule.findings with input as fx.stack([replica_of("main"), fx.res("aws_db_instance.main", {"identifier": "main", "engine": "postgres", "iam_database_authentication_enabled": true})])
	fx.verdicts(same) == {["aws_db_instance.replica", "fail", "absent"]}
}

test_engine_that_stands_elsewhere_is_unknown if {
	replica := rule.findings with input as fx.stack([replica_of("arn:aws:rds:eu-central-1:111122223333:db:main")])
	fx.verdicts(replica) == {["aws_db_instance.replica", "unknown", "reference-unresolved"]}
	restored := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"snapshot_identifier": "nightly"})])
	fx.verdicts(restored) == {["aws_db_instance.x", "unknown", "backup-elsewhere"]}
	on := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"snapshot_identifier": "nightly", "iam_database_authentication_enabled": true})])
	fx.verdicts(on) == set()
}

test_unresolved_engine_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"engine": fx.expression})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}
