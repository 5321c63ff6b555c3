# METADATA
# title: "Aurora MySQL writes an audit log at all"
# description: >-
#   Exporting the audit log sends nothing while server_audit_logging is off or server_audit_events names nothing to log.
#   Both hold unless a parameter group says otherwise, as the default groups do not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
#     description: "Auditing in Aurora MySQL"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-45
#     description: "RDS.45"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_parameter_group
#     description: "aws_rds_cluster_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_rds_cluster_parameter_group", "aws_rds_cluster"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["RDS.45"]
#     regula: []
#   expected: >-
#     A group of the family aurora-mysql has server_audit_logging on and server_audit_events not empty; a cluster names a
#     group of its own.
#   fix:
#     terraform: >-
#       parameter { name = "server_audit_logging", value = "1" }, parameter { name = "server_audit_events", value =
#       "CONNECT,QUERY_DCL,QUERY_DDL" }
#   since: "0.1.0"
package bulwark.rules.aurora_audit_switched_on

import data.bulwark.lib.parameters
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_rds_cluster_parameter_group")
	startswith(tf.step(r.values, "family"), "aurora-mysql")
	some fact in group_facts(r)
}

findings contains result.unknown(r, "family", family) if {
	some r in tf.resources("aws_rds_cluster_parameter_group")
	family := tf.step(r.values, "family")
	tf.is_unknown(family)
	count(group_facts(r)) > 0
}

group_facts(r) := [fact | some name, values in off; some fact in parameters.switched_on(r, "parameter", name, values)]

off := {"server_audit_logging": {"0", 0, "OFF", "off", ""}, "server_audit_events": {""}}

# The default groups cannot be changed: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html
findings contains fact if {
	some r in tf.resources("aws_rds_cluster")
	tf.step(r.values, "engine") == "aurora-mysql"
	some fact in cluster_facts(r)
}

findings contains result.unknown(r, "engine", engine) if {
	some r in tf.resources("aws_rds_cluster")
	engine := tf.step(r.values, "engine")
	tf.is_unknown(engine)
	count(cluster_facts(r)) > 0
}

cluster_facts(r) := parameters.own_group(r, "db_cluster_parameter_group_name")
