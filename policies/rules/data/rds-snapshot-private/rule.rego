# METADATA
# title: "Snapshots of data bases are not public"
# description: >-
#   shared_accounts = ["all"] lets anybody with an AWS account restore the data base. Scanners look for new public
#   snapshots around the clock.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
#     description: "Sharing a snapshot"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1
#     description: "RDS.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_snapshot
#     description: "aws_db_snapshot"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_cluster_snapshot
#     description: "aws_db_cluster_snapshot"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_snapshot_copy
#     description: "aws_db_snapshot_copy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_snapshot_copy
#     description: "aws_rds_cluster_snapshot_copy"
# custom:
#   severity: critical
#   domain: data
#   resource_types: ["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_302"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["RDS.1"]
#     regula: []
#   expected: >-
#     shared_accounts does not hold all.
#   fix:
#     terraform: >-
#       shared_accounts = ["111122223333"], or none
#   since: "0.1.0"
package bulwark.rules.rds_snapshot_private

import data.bulwark.lib.result
import data.bulwark.lib.tf

types := ["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"]

findings contains result.fail(r, "shared_accounts", "all", "public") if {
	some type in types
	some r in tf.resources(type)
	"all" in tf.list(object.get(r.values, "shared_accounts", null))
}

findings contains result.unknown(r, "shared_accounts", value) if {
	some type in types
	some r in tf.resources(type)
	some value in tf.list(object.get(r.values, "shared_accounts", null))
	tf.is_unknown(value)
}
