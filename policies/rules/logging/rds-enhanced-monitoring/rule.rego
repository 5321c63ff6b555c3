# METADATA
# title: "The host under a data base is watched"
# description: >-
#   Enhanced monitoring shows processes, memory and load of the operating system, where a stolen data base or a
#   miner shows first. RDS Custom has none. A Multi-AZ cluster has it on the cluster, Aurora on each instance.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
#     description: "Enhanced monitoring"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-6
#     description: "RDS.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
#     description: "aws_rds_cluster_instance"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster"]
#   obligations: [OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_118"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["RDS.6"]
#     regula: []
#   expected: >-
#     monitoring_interval is above 0.
#   fix:
#     terraform: >-
#       monitoring_interval = 60 with monitoring_role_arn
#   since: "0.1.0"
package bulwark.rules.rds_enhanced_monitoring

import data.bulwark.lib.judge
import data.bulwark.lib.rds
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_db_instance", "aws_rds_cluster_instance"]
	some r in tf.resources(type)
	not rds.is_custom(r)
	some fact in judge.at_least(r, ["monitoring_interval"], 1, 0)
}

findings contains result.not_applicable(r, "rds-custom") if {
	some r in tf.resources("aws_db_instance")
	rds.is_custom(r)
}

# Only a Multi-AZ cluster has the class of its instances itself.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
findings contains fact if {
	some r in tf.resources("aws_rds_cluster")
	class := tf.step(r.values, "db_cluster_instance_class")
	judge.is_something(class)
	some fact in judge.at_least(r, ["monitoring_interval"], 1, 0)
}

findings contains result.not_applicable(r, "judged-on-its-instances") if {
	some r in tf.resources("aws_rds_cluster")
	tf.step(r.values, "db_cluster_instance_class") in {null, ""}
}

findings contains result.unknown(r, "db_cluster_instance_class", class) if {
	some r in tf.resources("aws_rds_cluster")
	class := tf.step(r.values, "db_cluster_instance_class")
	judge.may_be_nothing(class)
	count(judge.at_least(r, ["monitoring_interval"], 1, 0)) > 0
}
