# METADATA
# title: "DocumentDB writes an audit log at all"
# description: >-
#   Exporting the audit log sends nothing while the parameter audit_logs is off, which it is unless a parameter
#   group says otherwise.
# related_resources:
#   - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#     description: "Auditing in DocumentDB"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster_parameter_group
#     description: "aws_docdb_cluster_parameter_group"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_docdb_cluster_parameter_group"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_104"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     The parameter audit_logs is neither absent nor disabled nor none.
#   fix:
#     terraform: >-
#       parameter { name = "audit_logs", value = "enabled" }
#   since: "0.1.0"
package bulwark.rules.docdb_audit_switched_on

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "parameter.audit_logs") if {
	some r in tf.resources("aws_docdb_cluster_parameter_group")
	count(settings(r)) == 0
	count(nameless(r)) == 0
}

findings contains result.fail(r, "parameter.audit_logs", value, "disabled") if {
	some r in tf.resources("aws_docdb_cluster_parameter_group")
	some value in settings(r)
	value in {"disabled", "none"}
}

findings contains result.unknown(r, "parameter.audit_logs", value) if {
	some r in tf.resources("aws_docdb_cluster_parameter_group")
	some value in array.concat(settings(r), [name | count(settings(r)) == 0; some name in nameless(r)])
	tf.is_unknown(value)
}

settings(r) := [tf.step(block, "value") |
	some block in tf.list(object.get(r.values, "parameter", null))
	tf.step(block, "name") == "audit_logs"
]

# A parameter whose name is not known may be the one.
nameless(r) := [name |
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
]
