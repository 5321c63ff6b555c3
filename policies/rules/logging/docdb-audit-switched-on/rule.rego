# METADATA
# title: "DocumentDB and Neptune write an audit log at all"
# description: >-
#   Exporting the audit log sends nothing while the parameter audit_logs (Neptune: neptune_enable_audit_log) is off,
#   which it is unless a parameter group says otherwise.
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
#   resource_types: ["aws_docdb_cluster_parameter_group", "aws_neptune_cluster_parameter_group"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_104"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     The parameter audit_logs is neither absent nor disabled nor none; neptune_enable_audit_log is 1.
#   fix:
#     terraform: >-
#       parameter { name = "audit_logs", value = "enabled" }
#   since: "0.1.0"
package bulwark.rules.docdb_audit_switched_on

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, path) if {
	some [r, path, switch] in groups
	count(settings(r, switch)) == 0
	count(nameless(r)) == 0
}

findings contains result.fail(r, path, value, "disabled") if {
	some [r, path, switch] in groups
	some value in settings(r, switch)
	value in switch.off
}

findings contains result.unknown(r, path, value) if {
	some [r, path, switch] in groups
	some value in array.concat(settings(r, switch), [name | count(settings(r, switch)) == 0; some name in nameless(r)])
	tf.is_unknown(value)
}

groups := [[r, path, switch] |
	some type, switch in switches
	path := concat(".", ["parameter", switch.name])
	some r in tf.resources(type)
]

switches := {
	"aws_docdb_cluster_parameter_group": {"name": "audit_logs", "off": {"disabled", "none"}},
	"aws_neptune_cluster_parameter_group": {"name": "neptune_enable_audit_log", "off": {"0"}},
}

settings(r, switch) := [tf.step(block, "value") |
	some block in tf.list(object.get(r.values, "parameter", null))
	tf.step(block, "name") == switch.name
]

# A parameter whose name is not known may be the one.
nameless(r) := [name |
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
]
