# METADATA
# title: "Copies of snapshots, images, file systems and backups use a customer managed key"
# description: >-
#   A copy chooses its key anew. Without one named it falls to the key of AWS, so that what was kept apart at the
#   source is not kept apart at the copy; a copy under a key of AWS cannot be shared with the account that keeps the
#   backups either.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
#     description: "Copying EBS snapshots"
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
#     description: "Encryption of images"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html
#     description: "Copying snapshots of data bases"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ebs_snapshot_copy
#     description: "aws_ebs_snapshot_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ami_copy
#     description: "aws_ami_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_snapshot_copy
#     description: "aws_db_snapshot_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_snapshot_copy
#     description: "aws_rds_cluster_snapshot_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_replication_configuration
#     description: "aws_efs_replication_configuration"
# custom:
#   severity: low
#   domain: encryption
#   resource_types:
#     - "aws_ebs_snapshot_copy"
#     - "aws_ami_copy"
#     - "aws_db_snapshot_copy"
#     - "aws_rds_cluster_snapshot_copy"
#     - "aws_db_instance_automated_backups_replication"
#     - "aws_rds_cluster_activity_stream"
#     - "aws_efs_replication_configuration"
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_183", "CKV_AWS_236", "CKV_AWS_245", "CKV_AWS_246", "CKV_AWS_266"]
#     trivy: []
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
package bulwark.rules.copy_customer_key

import data.bulwark.lib.ebs
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in keys
	some r in tf.resources(type)
	some fact in kms.customer_key(r, concat(".", path), tf.dig(r.values, path))
}

findings contains fact if {
	some type in ["aws_ebs_snapshot_copy", "aws_ami_copy"]
	some r in tf.resources(type)
	some fact in ebs.customer_key(r)
}

# Where each type names its key.
keys := {
	"aws_db_snapshot_copy": ["kms_key_id"],
	"aws_rds_cluster_snapshot_copy": ["kms_key_id"],
	"aws_db_instance_automated_backups_replication": ["kms_key_id"],
	"aws_rds_cluster_activity_stream": ["kms_key_id"],
}

# A file system that exists already keeps its own key.
findings contains fact if {
	some r in tf.resources("aws_efs_replication_configuration")
	some fact in of_replication(r, tf.dig(r.values, ["destination", "file_system_id"]))
}

of_replication(r, null) := kms.customer_key(r, "destination.kms_key_id", tf.dig(r.values, ["destination", "kms_key_id"]))

of_replication(r, id) := [result.not_applicable(r, "copies-into-a-file-system-that-exists")] if not is_null(id)
