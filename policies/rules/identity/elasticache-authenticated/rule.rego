# METADATA
# title: "Caches ask who calls"
# description: >-
#   Whatever reaches the port of a cache without authentication reads every session and token in it. User groups
#   tell programs apart; a token is the older form.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
#     description: "User groups"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-6
#     description: "ElastiCache.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_elasticache_replication_group"]
#   obligations: [OBL-IAM-1, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_31"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ElastiCache.6"]
#   expected: >-
#     user_group_ids or auth_token is written.
#   fix:
#     terraform: >-
#       user_group_ids = [aws_elasticache_user_group.NAME.user_group_id]
#   since: "0.1.0"
package bulwark.rules.elasticache_authenticated

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "user_group_ids") if {
	some r in tf.resources("aws_elasticache_replication_group")
	every attribute in attributes {
		is_nothing(tf.step(r.values, attribute))
	}
}

findings contains result.unknown(r, attribute, value) if {
	some r in tf.resources("aws_elasticache_replication_group")
	not is_written(r)
	some attribute in attributes
	value := tf.step(r.values, attribute)
	may_be_nothing(value)
}

attributes := ["user_group_ids", "auth_token"]

is_written(r) if {
	some attribute in attributes
	value := tf.step(r.values, attribute)
	not is_nothing(value)
	not may_be_nothing(value)
}

is_nothing(value) if value in {null, ""}

may_be_nothing(value) if {
	tf.is_unknown(value)
	not value["$unknown"] in {"reference", "sensitive"}
}
