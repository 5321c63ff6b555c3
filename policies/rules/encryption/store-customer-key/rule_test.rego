package bulwark.rules_test.store_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.store_customer_key as rule

test_own_key_docdb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_docdb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "absent"]}
}

test_key_of_aws_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"kms_key_id": "alias/aws/rds"})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_docdb_cluster.x", {"kms_key_id": fx.expression})])
	fx.verdicts(findings) == {["aws_docdb_cluster.x", "unknown", "expression-unresolved"]}
}

test_own_key_neptune_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_neptune_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_neptune_cluster.x", {})])
	fx.verdicts(findings) == {["aws_neptune_cluster.x", "fail", "absent"]}
}

test_own_key_redshift_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_redshift_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_cluster.x", {})])
	fx.verdicts(findings) == {["aws_redshift_cluster.x", "fail", "absent"]}
}

test_own_key_redshift_snapshot_copy_grant_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_snapshot_copy_grant.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_redshift_snapshot_copy_grant_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshift_snapshot_copy_grant.x", {})])
	fx.verdicts(findings) == {["aws_redshift_snapshot_copy_grant.x", "fail", "absent"]}
}

test_own_key_redshiftserverless_namespace_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_namespace.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_redshiftserverless_namespace_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_redshiftserverless_namespace.x", {})])
	fx.verdicts(findings) == {["aws_redshiftserverless_namespace.x", "fail", "absent"]}
}

test_own_key_elasticache_replication_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_elasticache_replication_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticache_replication_group.x", {})])
	fx.verdicts(findings) == {["aws_elasticache_replication_group.x", "fail", "absent"]}
}

test_own_key_memorydb_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_memorydb_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_cluster.x", {})])
	fx.verdicts(findings) == {["aws_memorydb_cluster.x", "fail", "absent"]}
}

test_own_key_memorydb_snapshot_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_snapshot.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_memorydb_snapshot_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_memorydb_snapshot.x", {})])
	fx.verdicts(findings) == {["aws_memorydb_snapshot.x", "fail", "absent"]}
}

test_own_key_fsx_lustre_file_system_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_lustre_file_system.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_fsx_lustre_file_system_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_lustre_file_system.x", {})])
	fx.verdicts(findings) == {["aws_fsx_lustre_file_system.x", "fail", "absent"]}
}

test_own_key_fsx_ontap_file_system_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_ontap_file_system.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_fsx_ontap_file_system_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_ontap_file_system.x", {})])
	fx.verdicts(findings) == {["aws_fsx_ontap_file_system.x", "fail", "absent"]}
}

test_own_key_fsx_openzfs_file_system_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_openzfs_file_system.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_fsx_openzfs_file_system_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_openzfs_file_system.x", {})])
	fx.verdicts(findings) == {["aws_fsx_openzfs_file_system.x", "fail", "absent"]}
}

test_own_key_fsx_windows_file_system_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_windows_file_system.x", {"kms_key_id": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_fsx_windows_file_system_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_fsx_windows_file_system.x", {})])
	fx.verdicts(findings) == {["aws_fsx_windows_file_system.x", "fail", "absent"]}
}

test_own_key_opensearch_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {"encrypt_at_rest": {"kms_key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_opensearch_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_opensearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_opensearch_domain.x", "fail", "absent"]}
}

test_own_key_elasticsearch_domain_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {"encrypt_at_rest": {"kms_key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_elasticsearch_domain_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_elasticsearch_domain.x", {})])
	fx.verdicts(findings) == {["aws_elasticsearch_domain.x", "fail", "absent"]}
}

test_own_key_mq_broker_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {"encryption_options": {"kms_key_id": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_mq_broker_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_mq_broker.x", {})])
	fx.verdicts(findings) == {["aws_mq_broker.x", "fail", "absent"]}
}

test_own_key_msk_cluster_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {"encryption_info": {"encryption_at_rest_kms_key_arn": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_msk_cluster_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_msk_cluster.x", {})])
	fx.verdicts(findings) == {["aws_msk_cluster.x", "fail", "absent"]}
}

test_own_key_keyspaces_table_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_keyspaces_table.x", {"encryption_specification": {"kms_key_identifier": fx.ref("aws_kms_key.data")}})])
	fx.verdicts(findings) == set()
}

test_default_keyspaces_table_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_keyspaces_table.x", {})])
	fx.verdicts(findings) == {["aws_keyspaces_table.x", "fail", "absent"]}
}

test_own_key_dms_replication_instance_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_dms_replication_instance_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_replication_instance.x", {})])
	fx.verdicts(findings) == {["aws_dms_replication_instance.x", "fail", "absent"]}
}

test_own_key_dms_endpoint_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_dms_endpoint_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "fail", "absent"]}
}

test_own_key_dms_s3_endpoint_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_s3_endpoint.x", {"kms_key_arn": fx.ref("aws_kms_key.data")})])
	fx.verdicts(findings) == set()
}

test_default_dms_s3_endpoint_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_s3_endpoint.x", {})])
	fx.verdicts(findings) == {["aws_dms_s3_endpoint.x", "fail", "absent"]}
}

test_s3_endpoint_names_its_key_in_its_settings if {
	own := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "s3", "endpoint_type": "target", "s3_settings": [{"server_side_encryption_kms_key_id": fx.ref("aws_kms_key.data")}]})])
	fx.verdicts(own) == set()
	none := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "s3", "endpoint_type": "target", "s3_settings": [{"bucket_name": "b"}]})])
	fx.verdicts(none) == {["aws_dms_endpoint.x", "fail", "absent"]}
	source := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "s3", "endpoint_type": "source"})])
	fx.verdicts(source) == {["aws_dms_endpoint.x", "not-applicable", "writes-nothing"]}
}

test_endpoint_of_an_unresolved_engine_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": fx.expression})])
	fx.verdicts(findings) == {["aws_dms_endpoint.x", "unknown", "expression-unresolved"]}
}

test_endpoint_with_an_own_key_passes_whatever_the_engine if {
	every engine in [fx.expression, "postgres"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": engine, "endpoint_type": "source", "kms_key_arn": fx.ref("aws_kms_key.data")})])
		fx.verdicts(findings) == set()
	}
}

test_source_of_another_engine_needs_a_key if {
	findings := rule.findings with input as fx.stack([fx.res("aws_dms_endpoint.x", {"engine_name": "postgres", "endpoint_type": "source"})])
	{[fact.reason, fact.path] | some fact in findings} == {["absent", "kms_key_arn"]}
}
