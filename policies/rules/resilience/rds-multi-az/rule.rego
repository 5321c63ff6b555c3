# METADATA
# title: "Data bases survive the loss of a zone"
# description: >-
#   A standby in a second zone takes over within a minute or two; without it a broken zone means restoring from
#   backup. Clusters of Aurora keep their data in three zones by themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
#     description: "Multi-AZ deployments"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5
#     description: "RDS.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_db_instance"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: ["CKV_AWS_157"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-RDS3"]
#     security_hub: ["RDS.5"]
#     regula: ["FG_R00251"]
#   expected: >-
#     multi_az is true.
#   fix:
#     terraform: >-
#       multi_az = true
#   since: "0.1.0"
package bulwark.rules.rds_multi_az

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_db_instance")
	is_null(tf.step(r.values, "replicate_source_db"))
	some fact in judge.enabled(r, ["multi_az"], false)
}

findings contains result.not_applicable(r, "replica") if {
	some r in tf.resources("aws_db_instance")
	not is_null(tf.step(r.values, "replicate_source_db"))
}
