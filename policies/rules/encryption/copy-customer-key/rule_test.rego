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
