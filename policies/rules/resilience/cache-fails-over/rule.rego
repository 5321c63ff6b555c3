# METADATA
# title: "Caches survive the loss of a node"
# description: >-
#   Without automatic failover a lost primary means a cache that takes no writes until somebody promotes a replica
#   by hand.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
#     description: "Automatic failover"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-3
#     description: "ElastiCache.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_elasticache_replication_group"]
#   obligations: [OBL-INC-3, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV2_AWS_50"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-AEC4"]
#     security_hub: ["ElastiCache.3"]
#     regula: []
#   expected: >-
#     automatic_failover_enabled is true.
#   fix:
#     terraform: >-
#       automatic_failover_enabled = true, multi_az_enabled = true
#   since: "0.1.0"
package bulwark.rules.cache_fails_over

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# Off when nobody wrote it.
switches := {
	"aws_elasticache_replication_group": {"path": ["automatic_failover_enabled"], "absent": false},
}
