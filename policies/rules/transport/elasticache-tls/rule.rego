# METADATA
# title: "Caches are reached over TLS"
# description: >-
#   Absent sends sessions and tokens in the clear through the network, and takes no password either. A single node
#   of Redis cannot do otherwise: a replication group of one can. A member of a global datastore is as that is. The
#   mode preferred takes connections in the clear beside those over TLS, and is meant for the days of a move.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#     description: "Encryption in transit"
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html
#     description: "Mode preferred"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-5
#     description: "ElastiCache.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_cluster
#     description: "aws_elasticache_cluster"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_elasticache_replication_group", "aws_elasticache_cluster"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_30", "CKV_AWS_31"]
#     trivy: ["AWS-0051"]
#     kics: ["1afbb3fa-cf6c-4a3d-b730-95e9f4df343e"]
#     cdk_nag: ["AwsSolutions-AEC3"]
#     security_hub: ["ElastiCache.5"]
#     regula: ["FG_R00105"]
#   expected: >-
#     transit_encryption_enabled is true, and transit_encryption_mode is not preferred.
#   fix:
#     terraform: >-
#       transit_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.elasticache_tls

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, group in groups
	some r in tf.resources(type)
	some fact in judged(r, group, tf.step(r.values, group.attribute))
}

# https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
findings contains fact if {
	some r in tf.resources("aws_elasticache_replication_group")
	not judge.is_something(tf.step(r.values, "global_replication_group_id"))
	tf.is_true(tf.step(r.values, "transit_encryption_enabled"))
	some fact in judge.one_of(r, ["transit_encryption_mode"], {"required"}, "required")
}

# Beside the name of what decides for its members a switch says nothing.
judged(r, group, name) := [result.not_applicable(r, group.reason)] if {
	judge.is_something(name)
} else := [result.unknown(r, group.attribute, name)] if {
	tf.is_unknown(name)
	is_null(tf.step(r.values, "transit_encryption_enabled"))
} else := judge.enabled(r, ["transit_encryption_enabled"], false)

groups := {
	"aws_elasticache_replication_group": {"attribute": "global_replication_group_id", "reason": "as-its-global-datastore"},
	"aws_elasticache_cluster": {"attribute": "replication_group_id", "reason": "as-its-replication-group"},
}
