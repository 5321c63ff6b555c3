# METADATA
# title: "Data bases have no public address"
# description: >-
#   publicly_accessible gives the data base a name that resolves to a public address; from there only a security
#   group and a password stand before the data.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#     description: "Data bases in a VPC"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2
#     description: "RDS.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
#     description: "aws_rds_cluster_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_shard_group
#     description: "aws_rds_shard_group"
# custom:
#   severity: critical
#   domain: network
#   resource_types: ["aws_db_instance", "aws_rds_cluster_instance", "aws_rds_shard_group"]
#   obligations: [OBL-IAM-10, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_17"]
#     trivy: ["AWS-0180"]
#     kics: ["35113e6f-2c6b-414d-beec-7a9482d3b2d1"]
#     cdk_nag: []
#     security_hub: ["RDS.2"]
#     regula: ["FG_R00278"]
#   expected: >-
#     publicly_accessible is not true.
#   fix:
#     terraform: >-
#       publicly_accessible = false
#   since: "0.1.0"
package bulwark.rules.rds_not_public

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster_instance", "aws_rds_shard_group"]
	some r in tf.resources(type)
	some fact in judge.off(r, ["publicly_accessible"], "public-address")
}
