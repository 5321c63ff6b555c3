# METADATA
# title: "Caches are reached over TLS"
# description: >-
#   Absent sends sessions and tokens in the clear through the network, and takes no password either.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#     description: "Encryption in transit"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-5
#     description: "ElastiCache.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_elasticache_replication_group"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_30"]
#     trivy: ["AWS-0051"]
#     kics: ["1afbb3fa-cf6c-4a3d-b730-95e9f4df343e"]
#     cdk_nag: []
#     security_hub: ["ElastiCache.5"]
#   expected: >-
#     transit_encryption_enabled is true.
#   fix:
#     terraform: >-
#       transit_encryption_enabled = true
#   since: "0.1.0"
package bulwark.rules.elasticache_tls

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_elasticache_replication_group")
	some fact in judge.enabled(r, ["transit_encryption_enabled"], false)
}
