# METADATA
# title: "Caches are encrypted at rest"
# description: >-
#   Backups and swap of a cache hold sessions and tokens; absent means in the clear for Redis, and encrypted for
#   Valkey. A member of a global datastore is as that is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
#     description: "Encryption at rest"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-4
#     description: "ElastiCache.4"
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
#     description: "AtRestEncryptionEnabled and its default"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_elasticache_replication_group"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_29"]
#     trivy: ["AWS-0045"]
#     kics: ["76976de7-c7b1-4f64-a94f-90c1345914c2"]
#     cdk_nag: ["AwsSolutions-AEC3"]
#     security_hub: ["ElastiCache.4"]
#     regula: []
#   expected: >-
#     at_rest_encryption_enabled is true (Valkey: is not false).
#   fix:
#     terraform: >-
#       at_rest_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.elasticache_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_elasticache_replication_group")
	some fact in judged(r, tf.step(r.values, "at_rest_encryption_enabled"), tf.step(r.values, "global_replication_group_id"))
}

# The provider refuses the switch beside the name of a global datastore; and where it is not written, the engine decides.
judged(r, switch, datastore) := [result.not_applicable(r, "as-its-global-datastore")] if {
	judge.is_something(datastore)
} else := judge.value_enabled(r, "at_rest_encryption_enabled", switch, null) if {
	not is_null(switch)
} else := [result.unknown(r, "global_replication_group_id", datastore)] if {
	tf.is_unknown(datastore)
} else := [result.unknown(r, "engine", r.values.engine)] if {
	tf.is_unknown(tf.step(r.values, "engine"))
} else := judge.value_enabled(r, "at_rest_encryption_enabled", null, tf.step(r.values, "engine") == "valkey")
