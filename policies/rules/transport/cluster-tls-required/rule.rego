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
#     description: "Default values of the parameters"
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
#     cdk_nag: []
#     security_hub: ["Redshift.2"]
#   expected: >-
#     tls is not disabled (DocumentDB); require_ssl is true (Redshift), or not false (redshift-2.0, Redshift
#     Serverless); no cluster names default.redshift-1.0.
#   fix:
#     terraform: >-
#       parameter { name = "require_ssl", value = "true" }
#   since: "0.1.0"
package bulwark.rules.cluster_tls_required

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "parameter.tls", value, "tls-switched-off") if {
	some [r, value] in settings("aws_docdb_cluster_parameter_group", "tls")
	value == "disabled"
}

findings contains result.fail(r, "parameter.require_ssl", value, "tls-switched-off") if {
	some [r, value] in settings("aws_redshift_parameter_group", "require_ssl")
	tf.is_known(value)
	not is_yes(value)
}

findings contains fact if {
	some r in tf.resources("aws_redshift_parameter_group")
	count(nameless(r)) == 0
	count([1 | some [s, _] in settings("aws_redshift_parameter_group", "require_ssl"); s.address == r.address]) == 0
	some fact in of_family(r, tf.step(r.values, "family"))
}

of_family(r, family) := [result.unknown(r, "family", family)] if {
	tf.is_unknown(family)
} else := [result.absent(r, "parameter.require_ssl")] if {
	family != requires_tls
} else := []

# The family in which require_ssl is true unless a group says otherwise.
# https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html
requires_tls := "redshift-2.0"

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

findings contains result.unknown(r, concat(".", ["parameter", name]), value) if {
	some type, name in {"aws_docdb_cluster_parameter_group": "tls", "aws_redshift_parameter_group": "require_ssl"}
	some [r, value] in settings(type, name)
	tf.is_unknown(value)
}

settings(type, name) := [[r, tf.step(block, "value")] |
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "parameter", null))
	tf.step(block, "name") == name
]

findings contains result.unknown(r, "parameter", name) if {
	some type, wanted in {"aws_docdb_cluster_parameter_group": "tls", "aws_redshift_parameter_group": "require_ssl"}
	some r in tf.resources(type)
	count([1 | some [s, _] in settings(type, wanted); s.address == r.address]) == 0
	some name in nameless(r)
}

# A parameter whose name is not known may be the one.
nameless(r) := [name |
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
]

# https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConfigParameter.html
findings contains result.fail(r, "config_parameter.require_ssl", value, "tls-switched-off") if {
	some [r, value] in serverless
	not tf.is_unknown(value)
	is_no(value)
}

findings contains result.unknown(r, "config_parameter.require_ssl", value) if {
	some [r, value] in serverless
	tf.is_unknown(value)
}

serverless := [[r, value] |
	some r in tf.resources("aws_redshiftserverless_workgroup")
	some block in tf.list(object.get(r.values, "config_parameter", null))
	may_be_switch(tf.step(block, "parameter_key"))
	value := may_switch_off(tf.step(block, "parameter_key"), tf.step(block, "parameter_value"))
]

may_be_switch("require_ssl")

may_be_switch(key) if tf.is_unknown(key)

may_switch_off(key, value) := value if is_string(key)

# Of another parameter any value may be that of the switch.
may_switch_off(key, value) := key if {
	tf.is_unknown(key)
	is_no(value)
}

is_no(value) if tf.is_unknown(value)

is_no(value) if tf.is_false(value)

is_no(value) if lower(value) == "false"

# The provider sends a value as it is written, in whatever letters.
is_yes(value) if tf.is_true(value)

is_yes(value) if lower(value) == "true"
