# METADATA
# title: "Clusters, caches, file systems and brokers use a customer managed key"
# description: >-
#   Left to itself each of these services takes a key of AWS: its policy cannot be narrowed to one class of data,
#   its use by others cannot be told apart, and it cannot be withdrawn. A cluster that is made from a snapshot and
#   names no key has that of the snapshot. Whether data is encrypted at all is judged by the rules on each service.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
#     description: "Customer managed keys and keys of AWS"
#   - ref: https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/welcome.html
#     description: "Encryption best practices"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
# custom:
#   severity: low
#   domain: encryption
#   resource_types:
#     - "aws_docdb_cluster"
#     - "aws_neptune_cluster"
#     - "aws_redshift_cluster"
#     - "aws_redshift_snapshot_copy_grant"
#     - "aws_redshiftserverless_namespace"
#     - "aws_elasticache_replication_group"
#     - "aws_memorydb_cluster"
#     - "aws_memorydb_snapshot"
#     - "aws_fsx_lustre_file_system"
#     - "aws_fsx_ontap_file_system"
#     - "aws_fsx_openzfs_file_system"
#     - "aws_fsx_windows_file_system"
#     - "aws_opensearch_domain"
#     - "aws_elasticsearch_domain"
#     - "aws_mq_broker"
#     - "aws_msk_cluster"
#     - "aws_keyspaces_table"
#     - "aws_dms_replication_instance"
#     - "aws_dms_endpoint"
#     - "aws_dms_s3_endpoint"
#     - "aws_dms_replication_config"
#     - "aws_docdbelastic_cluster"
#     - "aws_dsql_cluster"
#     - "aws_elasticache_serverless_cache"
#     - "aws_fsx_file_cache"
#     - "aws_neptunegraph_graph"
#     - "aws_opensearchserverless_security_policy"
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov:
#       - "CKV_AWS_142"
#       - "CKV_AWS_178"
#       - "CKV_AWS_179"
#       - "CKV_AWS_182"
#       - "CKV_AWS_190"
#       - "CKV_AWS_191"
#       - "CKV_AWS_201"
#       - "CKV_AWS_203"
#       - "CKV_AWS_209"
#       - "CKV_AWS_212"
#       - "CKV_AWS_247"
#       - "CKV_AWS_265"
#       - "CKV_AWS_278"
#       - "CKV_AWS_281"
#       - "CKV_AWS_282"
#       - "CKV_AWS_296"
#       - "CKV_AWS_298"
#       - "CKV_AWS_347"
#     trivy: ["AWS-0022", "AWS-0084", "AWS-0128", "AWS-0179"]
#     kics:
#       - "4766d3ea-241c-4ee6-93ff-c380c996bd1a"
#       - "2134641d-30a4-4b16-8ffc-2cd4c4ffd15d"
#       - "7af2f4a3-00d9-47f3-8d15-ca0888f4e5b2"
#       - "3db3f534-e3a3-487f-88c7-0a9fbf64b702"
#     cdk_nag: []
#     security_hub: ["RedshiftServerless.4"]
#     regula: []
#   expected: >-
#     The service's key attribute names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.store_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in keys
	some r in tf.resources(type)
	some fact in judge.unless_restored(r, with_key(r, path), {"absent"})
}

findings contains fact if {
	some r in tf.resources("aws_dms_endpoint")
	some fact in of_endpoint(r, tf.step(r.values, "engine_name"))
}

# The provider refuses kms_key_arn for S3: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_endpoint#kms_key_arn-1
of_endpoint(r, engine) := [result.unknown(r, "engine_name", engine) | count(with_key(r, ["kms_key_arn"])) > 0] if {
	tf.is_unknown(engine)
} else := with_key(r, ["kms_key_arn"]) if {
	engine != "s3"
} else := [result.not_applicable(r, "writes-nothing")] if {
	# What is read from S3 is under whatever key it was written with.
	tf.step(r.values, "endpoint_type") == "source"
} else := with_key(r, ["s3_settings", "server_side_encryption_kms_key_id"])

with_key(r, path) := kms.customer_key(r, concat(".", path), tf.dig(r.values, path))

# https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html
findings contains fact if {
	some r in tf.resources("aws_opensearchserverless_security_policy")
	tf.step(r.values, "type") != "network"
	some fact in kms.customer_key(r, "policy.KmsARN", tf.step(object.get(r.values, "policy", null), "KmsARN"))
}

findings contains result.not_applicable(r, "not-on-encryption") if {
	some r in tf.resources("aws_opensearchserverless_security_policy")
	tf.step(r.values, "type") == "network"
}

# Where each type names its key.
keys := {
	"aws_docdb_cluster": ["kms_key_id"],
	"aws_neptune_cluster": ["kms_key_arn"],
	"aws_redshift_cluster": ["kms_key_id"],
	"aws_redshift_snapshot_copy_grant": ["kms_key_id"],
	"aws_redshiftserverless_namespace": ["kms_key_id"],
	"aws_elasticache_replication_group": ["kms_key_id"],
	"aws_memorydb_cluster": ["kms_key_arn"],
	"aws_memorydb_snapshot": ["kms_key_arn"],
	"aws_fsx_lustre_file_system": ["kms_key_id"],
	"aws_fsx_ontap_file_system": ["kms_key_id"],
	"aws_fsx_openzfs_file_system": ["kms_key_id"],
	"aws_fsx_windows_file_system": ["kms_key_id"],
	"aws_opensearch_domain": ["encrypt_at_rest", "kms_key_id"],
	"aws_elasticsearch_domain": ["encrypt_at_rest", "kms_key_id"],
	"aws_mq_broker": ["encryption_options", "kms_key_id"],
	"aws_msk_cluster": ["encryption_info", "encryption_at_rest_kms_key_arn"],
	"aws_keyspaces_table": ["encryption_specification", "kms_key_identifier"],
	"aws_dms_replication_instance": ["kms_key_arn"],
	"aws_dms_s3_endpoint": ["kms_key_arn"],
	"aws_dms_replication_config": ["compute_config", "kms_key_id"],
	"aws_docdbelastic_cluster": ["kms_key_id"],
	"aws_dsql_cluster": ["kms_encryption_key"],
	"aws_elasticache_serverless_cache": ["kms_key_id"],
	"aws_fsx_file_cache": ["kms_key_id"],
	"aws_neptunegraph_graph": ["kms_key_identifier"],
}
