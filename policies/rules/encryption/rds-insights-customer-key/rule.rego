# METADATA
# title: "Performance Insights use a customer managed key"
# description: >-
#   Performance Insights keep the statements that ran, and with them what stood in them. Their key cannot be
#   changed after they are switched on.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html
#     description: "Access to Performance Insights"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: low
#   domain: encryption
#   resource_types: ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_354"]
#     trivy: ["AWS-0078"]
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     performance_insights_kms_key_id names a customer managed key where Performance Insights are on.
#   fix:
#     terraform: >-
#       performance_insights_kms_key_id = aws_kms_key.NAME.arn
#   since: "0.1.0"
package bulwark.rules.rds_insights_customer_key

import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]
	some r in tf.resources(type)
	tf.is_true(tf.step(r.values, "performance_insights_enabled"))
	some fact in kms.customer_key(r, "performance_insights_kms_key_id", tf.step(r.values, "performance_insights_kms_key_id"))
}

findings contains result.not_applicable(r, "no-performance-insights") if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]
	some r in tf.resources(type)
	not tf.is_true(tf.step(r.values, "performance_insights_enabled"))
	not tf.is_unknown(tf.step(r.values, "performance_insights_enabled"))
}

findings contains result.unknown(r, "performance_insights_enabled", switch) if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]
	some r in tf.resources(type)
	switch := tf.step(r.values, "performance_insights_enabled")
	tf.is_unknown(switch)
	count(kms.customer_key(r, "performance_insights_kms_key_id", tf.step(r.values, "performance_insights_kms_key_id"))) > 0
}
