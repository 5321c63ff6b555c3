# METADATA
# title: "Data bases send their logs away"
# description: >-
#   Logs on the data base's own disk last a few days and vanish with it. Exported to CloudWatch Logs they tell who
#   signed in and what was refused. RDS Custom has no such export: its owner has the host, and sends them from there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
#     description: "Publishing logs"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-9
#     description: "RDS.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_db_instance", "aws_rds_cluster"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_129", "CKV_AWS_324"]
#     trivy: []
#     kics: ["8d7f7b8c-6c7c-40f8-baa6-62006c6c7b56"]
#     cdk_nag: ["AwsSolutions-RDS16"]
#     security_hub: ["RDS.9", "RDS.36", "RDS.37", "RDS.40", "RDS.42"]
#     regula: []
#   expected: >-
#     enabled_cloudwatch_logs_exports names at least one log.
#   fix:
#     terraform: >-
#       enabled_cloudwatch_logs_exports = ["postgresql"]
#   since: "0.1.0"
package bulwark.rules.rds_logs_exported

import data.bulwark.lib.judge
import data.bulwark.lib.rds
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some r in tf.resources(type)
	not rds.is_custom(r)
	value := tf.step(r.values, "enabled_cloudwatch_logs_exports")
	some fact in judge.value_known_written(r, "enabled_cloudwatch_logs_exports", value)
}

findings contains result.not_applicable(r, "rds-custom") if {
	some r in tf.resources("aws_db_instance")
	rds.is_custom(r)
}
