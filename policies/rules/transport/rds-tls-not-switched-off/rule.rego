# METADATA
# title: "No parameter and no proxy lets data base connections go without TLS"
# description: >-
#   rds.force_ssl and require_secure_transport decide whether the server refuses a connection in the clear. Absent,
#   the engine's version decides, in the default group as in one's own: PostgreSQL refuses from 15 on (Aurora: 17),
#   MySQL from 9.7, MariaDB from 11.8, and SQL Server does not. A group that says 0 or OFF takes it away from all. A
#   proxy takes connections in the clear unless require_tls is true.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
#     description: "TLS to a data base"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
#     description: "PostgreSQL: the default of rds.force_ssl"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
#     description: "MySQL: the default of require_secure_transport"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
#     description: "MariaDB: the default of require_secure_transport"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html
#     description: "RequireTLS of a proxy"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-38
#     description: "RDS.38 and RDS.39"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_parameter_group
#     description: "aws_db_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_parameter_group
#     description: "aws_rds_cluster_parameter_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy
#     description: "aws_db_proxy"
# custom:
#   severity: high
#   domain: transport
#   resource_types:
#     - "aws_db_parameter_group"
#     - "aws_rds_cluster_parameter_group"
#     - "aws_db_instance"
#     - "aws_rds_cluster"
#     - "aws_db_proxy"
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_69"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["RDS.38", "RDS.39", "RDS.41", "RDS.43", "RDS.44"]
#     regula: []
#   expected: >-
#     rds.force_ssl is not 0 and require_secure_transport is not OFF, nor are they left to an engine that takes
#     connections in the clear; require_tls of a proxy is true.
#   fix:
#     terraform: >-
#       parameter { name = "rds.force_ssl", value = "1" }
#   since: "0.1.0"
package bulwark.rules.rds_tls_not_switched_off

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, "parameter.value", value, "tls-switched-off"), name) if {
	some [r, name, value] in settings
	tf.is_known(value)
	is_off(value)
}

is_off(value) if lower(value) in {"0", "off", "false"}

is_off(value) if value in {0, false}

findings contains result.unknown(r, "parameter.value", value) if {
	some [r, _, value] in settings
	tf.is_unknown(value)
}

# A parameter whose name is not known may be the switch.
findings contains result.unknown(r, "parameter", name) if {
	some type in group_types
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
	may_switch_off(tf.step(block, "value"))
}

may_switch_off(value) if tf.is_unknown(value)

may_switch_off(value) if is_off(value)

group_types := ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
switches := {"rds.force_ssl", "require_secure_transport"}

settings contains [r, name, value] if {
	some type in group_types
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	name in switches
	value := tf.step(block, "value")
}

findings contains fact if {
	some r in tf.resources("aws_db_proxy")
	some fact in judge.enabled(r, ["require_tls"], false)
}

# What an engine does where its switch is not written, by the family of a group and by engine and version of a data base. MariaDB has the switch
# from 10.5 on.
left_open := {
	"rds.force_ssl": `^(postgres(9|1[0-4])|aurora-postgresql(9|1[0-6])|sqlserver-[a-z]+-?1[1-6])(\.|$)`,
	"require_secure_transport": `^(mysql(5\.[0-9]|8\.[0-4])|mariadb(10\.([5-9]|[0-9]{2})|11\.[0-4])|aurora-mysql(5\.7|8\.0))(\.|$)`,
}

# Aurora has its switch in the group of the cluster.
open_groups := [[r, name] |
	some type in group_types
	some r in tf.resources(type)
	family := tf.step(r.values, "family")
	some name, families in left_open
	regex.match(families, family)
	not is_of_another(type, family)
	count([1 | some [s, written, _] in settings; s.address == r.address; written == name]) == 0
]

is_of_another("aws_db_parameter_group", family) if startswith(family, "aurora-")

findings contains result.absent(r, concat(".", ["parameter", name])) if {
	some [r, name] in open_groups
	count(nameless(r)) == 0
}

findings contains result.unknown(r, "parameter", hidden) if {
	some [r, _] in open_groups
	some hidden in nameless(r)
}

nameless(r) := [name |
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
]

findings contains result.unknown(r, "family", family) if {
	some type in group_types
	some r in tf.resources(type)
	family := tf.step(r.values, "family")
	tf.is_unknown(family)
	count([1 | some [s, _, _] in settings; s.address == r.address]) == 0
}

# Data bases with the group that AWS gives them. A replica and what is made from a backup have that of their source.
findings contains fact if {
	some [r, attribute, group] in in_default_groups
	version := [tf.step(r.values, name) | some name in ["engine", "engine_version"]]
	count([1 | some part in version; is_string(part)]) == 2
	some _, versions in left_open
	regex.match(versions, concat("", version))
	some fact in default_facts(r, attribute, group)
}

findings contains result.unknown(r, name, value) if {
	some [r, _, group] in in_default_groups
	not tf.is_unknown(group)
	some name in ["engine", "engine_version"]
	value := tf.step(r.values, name)
	tf.is_unknown(value)
	may_be_open(tf.step(r.values, "engine"))
}

may_be_open(engine) if tf.is_unknown(engine)

may_be_open(engine) if engine in {"postgres", "mysql", "mariadb", "aurora-mysql", "aurora-postgresql"}

may_be_open(engine) if startswith(engine, "sqlserver-")

default_facts(r, attribute, null) := [result.absent(r, attribute)]

default_facts(r, attribute, group) := [result.fail(r, attribute, group, "tls-switched-off")] if is_string(group)

default_facts(r, attribute, group) := [result.unknown(r, attribute, group)] if tf.is_unknown(group)

in_default_groups := [[r, attribute, group] |
	some type, attribute in {"aws_db_instance": "parameter_group_name", "aws_rds_cluster": "db_cluster_parameter_group_name"}
	some r in tf.resources(type)
	group := tf.step(r.values, attribute)
	may_be_default(group)
	every source in ["replicate_source_db", "replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time"] {
		is_null(tf.step(r.values, source))
	}
]

may_be_default(null)

may_be_default(group) if startswith(group, "default.")

may_be_default(group) if judge.may_be_nothing(group)
