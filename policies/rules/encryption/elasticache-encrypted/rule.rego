# METADATA
# title: "Caches are encrypted at rest"
# description: >-
#   Backups and swap of a cache hold sessions and tokens; absent means in the clear for Redis.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
#     description: "Encryption at rest"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-4
#     description: "ElastiCache.4"
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
#     at_rest_encryption_enabled is true.
#   fix:
#     terraform: >-
#       at_rest_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.elasticache_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_elasticache_replication_group")
	some fact in judge.enabled(r, ["at_rest_encryption_enabled"], false)
}
