# METADATA
# title: "Data bases are backed up for at least a week"
# description: >-
#   An error or an attacker is often noticed days later; without a backup from before, the data are gone. Absent
#   means no backups for an instance and one day for a cluster; what is made from a backup has the days of its source.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
#     description: "Automated backups"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
#     description: "Retention of what is restored"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11
#     description: "RDS.11"
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
#     checkov: ["CKV_AWS_133"]
#     trivy: ["AWS-0077"]
#     kics: ["1dc73fb4-5b51-430c-8c5f-25dcf9090b02", "e542bd46-58c4-4e0f-a52a-1fb4f9548e02"]
#     cdk_nag: ["AwsSolutions-RDS13"]
#     security_hub: ["RDS.11", "RDS.50"]
#     regula: ["FG_R00107"]
#   expected: >-
#     backup_retention_period is at least 7 days.
#   fix:
#     terraform: >-
#       backup_retention_period = 7
#   since: "0.1.0"
package bulwark.rules.rds_backup_retention

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, default_days in {"aws_db_instance": 0, "aws_rds_cluster": 1}
	some r in tf.resources(type)
	not is_replica(r)
	facts := judge.at_least(r, ["backup_retention_period"], floor_days, default_days)
	some fact in judge.unless_restored(r, facts, {"absent"})
}

findings contains result.not_applicable(r, "replica") if {
	some type in ["aws_db_instance", "aws_rds_cluster"]
	some r in tf.resources(type)
	is_replica(r)
}

# Days; the default parameter of RDS.11.
floor_days := 7

is_replica(r) if {
	some attribute in ["replicate_source_db", "replication_source_identifier"]
	not is_null(tf.step(r.values, attribute))
}
