# METADATA
# title: "Caches and brokers ask who calls"
# description: >-
#   Whatever reaches the port of a cache without authentication reads every session and token in it. User groups
#   tell programs apart; a token is the older form. MemoryDB's list open-access and a user without password take
#   anybody, unless the user is switched off, and MSK does where nothing else is written.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
#     description: "User groups"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-6
#     description: "ElastiCache.6"
#   - ref: https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html
#     description: "Access control lists of MemoryDB"
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-security.html
#     description: "Authentication of clients in MSK"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-6
#     description: "MSK.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_user
#     description: "aws_elasticache_user"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/memorydb_cluster
#     description: "aws_memorydb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/msk_cluster
#     description: "aws_msk_cluster"
# custom:
#   severity: medium
#   domain: identity
#   resource_types:
#     - "aws_elasticache_replication_group"
#     - "aws_elasticache_serverless_cache"
#     - "aws_elasticache_user"
#     - "aws_memorydb_cluster"
#     - "aws_msk_cluster"
#   obligations: [OBL-IAM-1, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_31"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-AEC6"]
#     security_hub: ["ElastiCache.6", "MSK.6"]
#     regula: []
#   expected: >-
#     user_group_ids (serverless: user_group_id) or auth_token is written; no active user goes without password;
#     acl_name is not open-access; client_authentication of MSK has a way that is on, and unauthenticated is not true.
#   fix:
#     terraform: >-
#       user_group_ids = [aws_elasticache_user_group.NAME.user_group_id]
#   since: "0.1.0"
package bulwark.rules.elasticache_authenticated

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "user_group_ids") if {
	some r in tf.resources("aws_elasticache_replication_group")
	is_open(r)
	is_null(tf.step(r.values, "global_replication_group_id"))
}

# A global datastore has its token in all its regions, and its users in none but where they are written.
# https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_GlobalReplicationGroup.html
findings contains fact if {
	some r in tf.resources("aws_elasticache_replication_group")
	is_open(r)
	some fact in of_member(r, tf.step(r.values, "global_replication_group_id"))
}

of_member(r, datastore) := [result.unknown(r, "global_replication_group_id", datastore)] if tf.is_unknown(datastore)

of_member(r, datastore) := [result.unknown(r, "global_replication_group_id", {"$unknown": "reference"})] if is_string(datastore)

is_open(r) if {
	every attribute in attributes {
		is_nothing(tf.step(r.values, attribute))
	}
}

findings contains result.unknown(r, attribute, value) if {
	some r in tf.resources("aws_elasticache_replication_group")
	not is_written(r)
	some attribute in attributes
	value := tf.step(r.values, attribute)
	judge.may_be_nothing(value)
}

attributes := ["user_group_ids", "auth_token"]

is_written(r) if {
	some attribute in attributes
	judge.is_something(tf.step(r.values, attribute))
}

is_nothing(value) if value in {null, ""}

# https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html
findings contains fact if {
	some r in tf.resources("aws_elasticache_serverless_cache")
	tf.step(r.values, "engine") != "memcached"
	some fact in judge.known_written(r, ["user_group_id"])
}

findings contains result.not_applicable(r, "engine-without-users") if {
	some r in tf.resources("aws_elasticache_serverless_cache")
	tf.step(r.values, "engine") == "memcached"
}

findings contains result.fail(r, "acl_name", "open-access", "not-allowed") if {
	some r in tf.resources("aws_memorydb_cluster")
	tf.step(r.values, "acl_name") == "open-access"
}

findings contains result.unknown(r, "acl_name", list) if {
	some r in tf.resources("aws_memorydb_cluster")
	list := tf.step(r.values, "acl_name")
	judge.may_be_nothing(list)
}

findings contains fact if {
	some r in tf.resources("aws_msk_cluster")
	some fact in client_facts(r, tf.step(r.values, "client_authentication"))
}

# Where no way of asking is on, MSK hands out brokers that take anybody over TLS, and none for roles or passwords: so the provider's tests find it on
# clusters without the block, and on one whose only way is off.
# https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/kafka/cluster_test.go
client_facts(r, null) := [result.absent(r, "client_authentication")]

client_facts(r, clients) := facts if {
	not is_null(clients)
	open := judge.value_off(r, "client_authentication.unauthenticated", tf.step(clients, "unauthenticated"), "not-allowed")
	facts := array.concat(open, [fact | count(open) == 0; not tf.is_unknown(clients); some fact in way_facts(r, clients)])
}

way_facts(r, clients) := [] if {
	some way in ways
	is_on(tf.dig(clients, way))
} else := unclear if {
	unclear := [result.unknown(r, concat(".", array.concat(["client_authentication"], way)), value) |
		some way in ways
		value := tf.dig(clients, way)
		tf.is_unknown(value)
	]
	count(unclear) > 0
} else := [result.fail(r, "client_authentication", null, "asks-nobody")]

ways := [["sasl", "iam"], ["sasl", "scram"], ["tls", "certificate_authority_arns"]]

is_on(value) if tf.is_true(value)

is_on(value) if {
	is_array(value)
	count(value) > 0
}

is_on(value) if {
	tf.is_unknown(value)
	value["$unknown"] == "reference"
}

# The user "default" is switched off in this way: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
findings contains fact if {
	some r in tf.resources("aws_elasticache_user")
	access := tf.step(r.values, "access_string")
	some fact in user_facts(r, access)
}

user_facts(r, access) := password_facts(r) if {
	is_string(access)
	not startswith(trim_space(access), "off")
}

user_facts(r, access) := [result.unknown(r, "access_string", access) | count(password_facts(r)) > 0] if tf.is_unknown(access)

password_facts(r) := array.concat(
	judge.off(r, ["no_password_required"], "not-allowed"),
	type_facts(r, tf.dig(r.values, ["authentication_mode", "type"])),
)

type_facts(r, type) := [result.fail(r, "authentication_mode.type", type, "not-allowed")] if {
	type == "no-password-required"
} else := [result.unknown(r, "authentication_mode.type", type)] if {
	tf.is_unknown(type)
} else := []
