# METADATA
# title: "DocumentDB and Neptune write an audit log at all"
# description: >-
#   Exporting the audit log sends nothing while the parameter audit_logs (Neptune: neptune_enable_audit_log) is off,
#   which it is unless a parameter group says otherwise, as the default groups do not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#     description: "Auditing in DocumentDB"
#   - ref: https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
#     description: "Auditing in Neptune"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster_parameter_group
#     description: "aws_docdb_cluster_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster_parameter_group
#     description: "aws_neptune_cluster_parameter_group"
# custom:
#   severity: medium
#   domain: logging
#   resource_types:
#     - "aws_docdb_cluster_parameter_group"
#     - "aws_neptune_cluster_parameter_group"
#     - "aws_docdb_cluster"
#     - "aws_neptune_cluster"
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_104"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The parameter audit_logs is neither absent nor disabled nor none; neptune_enable_audit_log is 1. A cluster names
#     a group of its own.
#   fix:
#     terraform: >-
#       parameter { name = "audit_logs", value = "enabled" }
#   since: "0.1.0"
package bulwark.rules.docdb_audit_switched_on

import data.bulwark.lib.parameters
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in parameters.switched_on(r, "parameter", switch.name, switch.off)
}

switches := {
	"aws_docdb_cluster_parameter_group": {"name": "audit_logs", "off": {"disabled", "none"}},
	"aws_neptune_cluster_parameter_group": {"name": "neptune_enable_audit_log", "off": {"0", 0}},
}

# The default groups cannot be changed: https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups.html
findings contains fact if {
	some type, attribute in group_names
	some r in tf.resources(type)
	some fact in parameters.own_group(r, attribute)
}

group_names := {
	"aws_docdb_cluster": "db_cluster_parameter_group_name",
	"aws_neptune_cluster": "neptune_cluster_parameter_group_name",
}
