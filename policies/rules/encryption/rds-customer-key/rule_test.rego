package bulwark.rules_test.rds_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rds_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"kms_key_id": fx.ref("aws_kms_key.k"), "storage_encrypted": true})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"storage_encrypted": true})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"kms_key_id": "alias/aws/x", "storage_encrypted": true})])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {"kms_key_id": fx.expression, "storage_encrypted": true})])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_unencrypted_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", {})])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "not-encrypted"]}
}

test_serverless_takes_the_key_of_aws_and_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster.x", {"engine_mode": "serverless"})])
	fx.verdicts(findings) == {["aws_rds_cluster.x", "fail", "absent"]}
}

test_replica_takes_the_key_of_its_source if {
	replica := {"replicate_source_db": fx.ref("aws_db_instance.main"), "storage_encrypted": true}
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", replica)])
	fx.verdicts(findings) == {["aws_db_instance.x", "not-applicable", "takes-the-key-of-its-source"]}
}

test_replica_under_a_key_of_aws_fails if {
	replica := {"replicate_source_db": fx.ref("aws_db_instance.main"), "storage_encrypted": true, "kms_key_id": "alias/aws/rds"}
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", replica)])
	fx.verdicts(findings) == {["aws_db_instance.x", "fail", "aws-managed-key"]}
}

test_may_be_a_replica_is_unknown if {
	replica := {"replicate_source_db": fx.expression, "storage_encrypted": true}
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance.x", replica)])
	fx.verdicts(findings) == {["aws_db_instance.x", "unknown", "expression-unresolved"]}
}

test_made_from_a_backup_without_a_key_is_unknown if {
	restored := {"aws_db_instance.x": {"snapshot_identifier": "nightly"}, "aws_rds_cluster.x": {"restore_to_point_in_time": [{"source_cluster_identifier": "main"}]}}
	every address, source in restored {
		findings := rule.findings with input as fx.stack([fx.res(address, object.union(source, {"storage_encrypted": true}))])
		fx.verdicts(findings) == {[address, "unknown", "backup-elsewhere"]}
	}
}
