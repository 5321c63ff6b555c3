# METADATA
# title: "No parameter lets connections to clusters go without TLS"
# description: >-
#   The parameter tls of DocumentDB is on unless a group switches it off. Redshift takes connections in the clear
#   until a group says require_ssl, save in the family redshift-2.0, where it is true unless a group says false; a
#   serverless workgroup refuses them unless it says false.
# related_resources:
#   - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
#     description: "TLS in DocumentDB"
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
#     description: "TLS in Redshift"
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html
#     description: "Parameter groups of Redshift and what they begin with"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-2
#     description: "Redshift.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster_parameter_group
#     description: "aws_docdb_cluster_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_parameter_group
#     description: "aws_redshift_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshiftserverless_workgroup
#     description: "aws_redshiftserverless_workgroup"
# custom:
#   severity: high
#   domain: transport
#   resource_types:
#     - "aws_docdb_cluster_parameter_group"
#     - "aws_redshift_parameter_group"
#     - "aws_redshift_cluster"
#     - "aws_redshiftserverless_workgroup"
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_90", "CKV_AWS_105"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-RS1"]
#     security_hub: ["Redshift.2", "DocumentDB.6", "RedshiftServerless.2"]
#     regula: []
#   expected: >-
#     tls is not disabled (DocumentDB); require_ssl is true (Redshift), or not false (redshift-2.0, Redshift
#     Serverless); no cluster names default.redshift-1.0.
#   fix:
#     terraform: >-
#       parameter { name = "require_ssl", value = "true" }
#   since: "0.1.0"
package bulwark.rules.cluster_tls_required

import data.bulwark.lib.judge
import data.bulwark.lib.parameters
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, name in {"aws_docdb_cluster_parameter_group": "tls", "aws_redshift_parameter_group": "require_ssl"}
	some r in tf.resources(type)
	some fact in judged(r, name, parameters.values(r, "parameter", name), parameters.nameless(r, "parameter"))
}

judged(r, name, values, _) := [fact | some value in values; some fact in of_value(r, name, value)] if count(values) > 0

judged(r, _, [], open) := [result.unknown(r, "parameter", name) | some name in open] if count(open) > 0

judged(_, "tls", [], []) := []

# A group of the family redshift-2.0 begins with true: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html
judged(r, "require_ssl", [], []) := [result.unknown(r, "family", r.values.family)] if {
	tf.is_unknown(tf.step(r.values, "family"))
} else := [] if {
	tf.step(r.values, "family") == "redshift-2.0"
} else := [result.absent(r, "parameter.require_ssl")]

of_value(r, name, value) := [result.unknown(r, concat(".", ["parameter", name]), value)] if {
	tf.is_unknown(value)
} else := [result.fail(r, concat(".", ["parameter", name]), value, "tls-switched-off")] if {
	switches_off(name, value)
} else := []

switches_off("tls", "disabled")

switches_off("require_ssl", value) if {
	tf.is_known(value)
	not is_yes(value)
}

# Left to AWS, a cluster made today gets the default group of that family.
findings contains result.fail(r, "cluster_parameter_group_name", "default.redshift-1.0", "tls-switched-off") if {
	some r in tf.resources("aws_redshift_cluster")
	tf.step(r.values, "cluster_parameter_group_name") == "default.redshift-1.0"
}

findings contains result.unknown(r, "cluster_parameter_group_name", group) if {
	some r in tf.resources("aws_redshift_cluster")
	group := tf.step(r.values, "cluster_parameter_group_name")
	judge.may_be_nothing(group)
}

# https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConfigParameter.html
findings contains result.fail(r, "config_parameter.require_ssl", value, "tls-switched-off") if {
	some [r, value] in serverless
	not tf.is_unknown(value)
	may_be_off(value)
}

findings contains result.unknown(r, "config_parameter.require_ssl", value) if {
	some [r, value] in serverless
	tf.is_unknown(value)
}

serverless := [[r, value] |
	some r in tf.resources("aws_redshiftserverless_workgroup")
	some block in tf.list(object.get(r.values, "config_parameter", null))
	value := switch_of(tf.step(block, "parameter_key"), tf.step(block, "parameter_value"))
]

switch_of("require_ssl", value) := value

# Any parameter that may be off may be the switch.
switch_of(key, value) := key if {
	tf.is_unknown(key)
	may_be_off(value)
}

may_be_off(value) if tf.is_unknown(value)

may_be_off(value) if tf.is_false(value)

may_be_off(value) if lower(value) == "false"

# The provider sends a value as it is written, in whatever letters.
is_yes(value) if tf.is_true(value)

is_yes(value) if lower(value) == "true"
