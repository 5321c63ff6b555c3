# METADATA
# title: "Data bases are encrypted at rest"
# description: >-
#   Storage, backups, replicas and snapshots of a data base made without encryption stay readable, and it cannot
#   be switched on later. Absent means off, except for replicas, which are as their source, and serverless version
#   1; one made from a backup is as that was, which nothing here shows. Clusters of Aurora made since February 2026 are
#   encrypted with a key of AWS even so, which the attribute does not say, nor a plan how old a cluster is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#     description: "Encrypting RDS"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
#     description: "Encrypting Aurora"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html
#     description: "Restoring from a snapshot"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3
#     description: "RDS.3 and RDS.27"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: high
#   domain: encryption
#   resource_types: ["aws_db_instance", "aws_rds_cluster", "aws_rds_global_cluster"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_16", "CKV_AWS_96", "CKV_AWS_140", "CKV_AWS_327"]
#     trivy: ["AWS-0079", "AWS-0080"]
#     kics: ["08bd0760-8752-44e1-9779-7bb369b2b4e4", "3199c26c-7871-4cb3-99c2-10a59244ce7f", "1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e"]
#     cdk_nag: ["AwsSolutions-RDS2"]
#     security_hub: ["RDS.3", "RDS.27"]
#     regula: ["FG_R00093"]
#   expected: >-
#     storage_encrypted is true.
#   fix:
#     terraform: >-
#       storage_encrypted = true
#   since: "0.1.0"
package bulwark.rules.rds_storage_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_rds_global_cluster"]
	some r in tf.resources(type)
	not is_copy(r)
	some fact in judge.unless_restored(r, judge.enabled(r, ["storage_encrypted"], false), {"absent"})
}

findings contains result.not_applicable(r, "as-its-source") if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_rds_global_cluster"]
	some r in tf.resources(type)
	is_copy(r)
}

# A replica, a member of a global data base, and a global data base made from a cluster are encrypted as their source is.
is_copy(r) if {
	some attribute in ["replicate_source_db", "replication_source_identifier", "global_cluster_identifier", "source_db_cluster_identifier"]
	not is_null(tf.step(r.values, attribute))
	is_null(tf.step(r.values, "storage_encrypted"))
	not is_global(r)
}

is_copy(r) if {
	is_global(r)
	not is_null(tf.step(r.values, "source_db_cluster_identifier"))
	is_null(tf.step(r.values, "storage_encrypted"))
}

# global_cluster_identifier is a global data base's own name.
is_global(r) if {
	some other in tf.resources("aws_rds_global_cluster")
	other.address == r.address
}

# Serverless version 1 is always encrypted: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html
is_copy(r) if {
	r.values.engine_mode == "serverless"
	is_null(tf.step(r.values, "storage_encrypted"))
}
