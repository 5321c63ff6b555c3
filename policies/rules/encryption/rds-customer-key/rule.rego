# METADATA
# title: "Data bases use a customer managed key"
# description: >-
#   The key aws/rds belongs to AWS: snapshots under it cannot be shared, its policy cannot be narrowed and it
#   cannot be withdrawn. Changing the key later means restoring the data base anew. Without a key a replica has that
#   of its source, and what is made from a backup that of the backup.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
#     description: "Keys for RDS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_db_instance", "aws_rds_cluster"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_327"]
#     trivy: ["AWS-0079"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     kms_key_id names a customer managed key.
#   fix:
#     terraform: >-
#       kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.rds_customer_key

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some r in tf.resources(type)
	not is_plain(r)
	not is_replica(r)
	not may_be_replica(r)
	facts := kms.customer_key(r, "kms_key_id", tf.step(r.values, "kms_key_id"))
	some fact in judge.unless_restored(r, facts, {"absent"})
}

findings contains result.not_applicable(r, "not-encrypted") if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some r in tf.resources(type)
	is_plain(r)
}

findings contains result.not_applicable(r, "takes-the-key-of-its-source") if {
	some r in tf.resources("aws_db_instance")
	not is_plain(r)
	is_replica(r)
}

findings contains result.unknown(r, "replicate_source_db", tf.step(r.values, "replicate_source_db")) if {
	some r in tf.resources("aws_db_instance")
	not is_plain(r)
	may_be_replica(r)
}

# Missing encryption is reported by rds-storage-encrypted.
is_plain(r) if {
	is_null(tf.step(r.values, "kms_key_id"))
	not tf.is_true(tf.step(r.values, "storage_encrypted"))
	tf.step(r.values, "engine_mode") in unencrypted_modes
}

# Serverless version 1 is always encrypted: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html
unencrypted_modes := {null, "global", "multimaster", "parallelquery", "provisioned"}

# One in the region of its source takes its key; one in another region has to name a key.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
is_replica(r) if {
	is_null(tf.step(r.values, "kms_key_id"))
	judge.is_something(tf.step(r.values, "replicate_source_db"))
}

may_be_replica(r) if {
	is_null(tf.step(r.values, "kms_key_id"))
	judge.may_be_nothing(tf.step(r.values, "replicate_source_db"))
}
