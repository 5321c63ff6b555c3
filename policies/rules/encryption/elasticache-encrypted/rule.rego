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
	switch := tf.step(r.values, "at_rest_encryption_enabled")
	not is_member(r)
	not decided_elsewhere(r)
	some fact in judge.value_enabled(r, "at_rest_encryption_enabled", switch, tf.step(r.values, "engine") == "valkey")
}

# The engine decides what absent means.
findings contains result.unknown(r, "engine", engine) if {
	some r in tf.resources("aws_elasticache_replication_group")
	not is_member(r)
	decided_elsewhere(r)
	engine := tf.step(r.values, "engine")
	tf.is_unknown(engine)
}

findings contains result.unknown(r, "global_replication_group_id", datastore) if {
	some r in tf.resources("aws_elasticache_replication_group")
	decided_elsewhere(r)
	datastore := tf.step(r.values, "global_replication_group_id")
	judge.may_be_nothing(datastore)
}

findings contains result.not_applicable(r, "as-its-global-datastore") if {
	some r in tf.resources("aws_elasticache_replication_group")
	is_member(r)
}

# The provider refuses the switch beside the name of a global datastore.
is_member(r) if judge.is_something(tf.step(r.values, "global_replication_group_id"))

decided_elsewhere(r) if {
	is_null(tf.step(r.values, "at_rest_encryption_enabled"))
	tf.is_unknown(tf.step(r.values, "engine"))
}

decided_elsewhere(r) if {
	is_null(tf.step(r.values, "at_rest_encryption_enabled"))
	judge.may_be_nothing(tf.step(r.values, "global_replication_group_id"))
}
