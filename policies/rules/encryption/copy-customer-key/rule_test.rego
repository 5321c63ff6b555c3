package bulwark.rules_test.copy_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.copy_customer_key as rule

test_own_key_ebs_snapshot_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_ebs_snapshot_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "fail", "absent"]}
}

test_key_of_aws_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"kms_key_id": "alias/aws/rds"})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_copy.x", {"kms_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_copy.x", "unknown", "expression-unresolved"]}
}

test_own_key_ami_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_ami_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ami_copy.x", {})])
	fx.verdicts(findings) == {["aws_ami_copy.x", "fail", "absent"]}
}

test_own_key_db_snapshot_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_snapshot_copy.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_db_snapshot_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_snapshot_copy.x", {})])
	fx.verdicts(findings) == {["aws_db_snapshot_copy.x", "fail", "absent"]}
}

test_own_key_db_instance_automated_backups_replication_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance_automated_backups_replication.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_db_instance_automated_backups_replication_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_db_instance_automated_backups_replication.x", {})])
	fx.verdicts(findings) == {["aws_db_instance_automated_backups_replication.x", "fail", "absent"]}
}

test_own_key_rds_cluster_activity_stream_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_activity_stream.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_activity_stream_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_activity_stream.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster_activity_stream.x", "fail", "absent"]}
}

test_own_key_rds_cluster_snapshot_copy_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_snapshot_copy.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_rds_cluster_snapshot_copy_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_rds_cluster_snapshot_copy.x", {})])
	fx.verdicts(findings) == {["aws_rds_cluster_snapshot_copy.x", "fail", "absent"]}
}

replication(destination) := fx.stack([fx.res("aws_efs_replication_configuration.r", {"destination": [destination]})])

test_a_copy_of_a_file_system_without_a_key_fails if {
	findings := rule.findings with input as replication({"region": "us-west-2"})
	fx.verdicts(findings) == {["aws_efs_replication_configuration.r", "fail", "absent"]}
}

test_a_copy_of_a_file_system_under_an_own_key_passes if {
	findings := rule.findings with input as replication({"region": "us-west-2", "kms_key_id": fx.ref("aws_kms_key.k")})
	fx.verdicts(findings) == set()
}

test_a_copy_into_a_file_system_that_exists_is_not_applicable if {
	findings := rule.findings with input as replication({"file_system_id": fx.ref("aws_efs_file_system.f")})
	fx.verdicts(findings) == {["aws_efs_replication_configuration.r", "not-applicable", "copies-into-a-file-system-that-exists"]}
}

test_copies_of_volumes_take_the_default_key_of_the_account if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_ebs_snapshot_copy.s", {"encrypted": true}),
		fx.res("aws_ami_copy.a", {"encrypted": true}),
		fx.res("aws_db_snapshot_copy.d", {}),
		fx.res("aws_ebs_default_kms_key.d", {"key_arn": fx.ref("aws_kms_key.k")}),
	])
	fx.verdicts(findings) == {["aws_db_snapshot_copy.d", "fail", "absent"]}
}
