# METADATA
# title: "Data bases take minor versions by themselves"
# description: >-
#   Minor versions carry the security fixes. Switched off, somebody has to watch the release notes of each engine, as
#   on RDS Custom, where the switch has to be off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
#     description: "Upgrading engines"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13
#     description: "RDS.13"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
#     description: "aws_rds_cluster_instance"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_db_instance", "aws_rds_cluster_instance"]
#   obligations: [OBL-RISK-5, OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_AWS_226"]
#     trivy: []
#     kics: ["3b6d777b-76e3-4133-80a3-0d6f667ade7f"]
#     cdk_nag: []
#     security_hub: ["RDS.13", "RDS.35"]
#     regula: []
#   expected: >-
#     auto_minor_version_upgrade is not false.
#   fix:
#     terraform: >-
#       auto_minor_version_upgrade = true
#   since: "0.1.0"
package bulwark.rules.rds_minor_upgrades

import data.bulwark.lib.judge
import data.bulwark.lib.rds
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster_instance"]
	some r in tf.resources(type)
	not rds.is_custom(r)
	some fact in judge.enabled(r, ["auto_minor_version_upgrade"], true)
}

findings contains result.not_applicable(r, "rds-custom") if {
	some r in tf.resources("aws_db_instance")
	rds.is_custom(r)
}
