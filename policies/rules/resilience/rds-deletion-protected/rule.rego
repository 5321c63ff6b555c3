# METADATA
# title: "Data bases cannot be deleted by one call"
# description: >-
#   deletion_protection makes the deletion fail until somebody switches it off on purpose, so neither a mistyped
#   destroy nor a stolen credential takes the data with it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
#     description: "Deleting a data base"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8
#     description: "RDS.7 and RDS.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_db_instance", "aws_rds_cluster"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_139", "CKV_AWS_293"]
#     trivy: ["AWS-0177", "AWS-0343"]
#     kics: []
#     cdk_nag: ["AwsSolutions-RDS10"]
#     security_hub: ["RDS.7", "RDS.8"]
#     regula: ["FG_R00280"]
#   expected: >-
#     deletion_protection is true.
#   fix:
#     terraform: >-
#       deletion_protection = true
#   since: "0.1.0"
package bulwark.rules.rds_deletion_protected

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some r in tf.resources(type)
	some fact in judge.enabled(r, ["deletion_protection"], false)
}
