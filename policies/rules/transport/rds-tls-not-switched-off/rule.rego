# METADATA
# title: "No parameter and no proxy lets data base connections go without TLS"
# description: >-
#   rds.force_ssl and require_secure_transport decide whether the server refuses a connection in the clear.
#   Current engines refuse by themselves; a parameter group that says 0 or OFF takes that away. Absent is left to
#   the engine's version. A proxy takes connections in the clear unless require_tls is true.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
#     description: "TLS to a data base"
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
#   resource_types: ["aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_db_proxy"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV2_AWS_69"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["RDS.38", "RDS.39"]
#   expected: >-
#     rds.force_ssl is not 0, require_secure_transport is not OFF, and require_tls of a proxy is true.
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
	lower(value) in {"0", "off", "false"}
}

findings contains result.unknown(r, "parameter.value", value) if {
	some [r, _, value] in settings
	tf.is_unknown(value)
}

# A parameter whose name is not known may be the switch.
findings contains result.unknown(r, "parameter", name) if {
	some type in ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]
	some r in tf.resources(type)
	some block in tf.list(object.get(r.values, "parameter", null))
	name := tf.step(block, "name")
	tf.is_unknown(name)
	may_switch_off(tf.step(block, "value"))
}

may_switch_off(value) if tf.is_unknown(value)

may_switch_off(value) if lower(value) in {"0", "off", "false"}

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
switches := {"rds.force_ssl", "require_secure_transport"}

settings contains [r, name, value] if {
	some type in ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]
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
