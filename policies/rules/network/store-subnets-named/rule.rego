# METADATA
# title: "Clusters and caches name the subnets they lie in"
# description: >-
#   Without a subnet group a cluster lands in the default VPC, whose subnets hand out public addresses and whose
#   routes lead to the internet.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-7
#     description: "ElastiCache.7"
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html
#     description: "Subnet groups of Redshift"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_cluster
#     description: "aws_elasticache_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
#     description: "aws_elasticache_replication_group"
# custom:
#   severity: medium
#   domain: network
#   resource_types: ["aws_redshift_cluster", "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_memorydb_cluster"]
#   obligations: [OBL-IAM-10, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_154", "CKV_AWS_323"]
#     trivy: ["AWS-0127"]
#     kics: ["0a494a6a-ebe2-48a0-9d77-cf9d5125e1b3", "8c849af7-a399-46f7-a34c-32d3dc96f1fc"]
#     cdk_nag: ["AwsSolutions-AEC1", "AwsSolutions-RS2"]
#     security_hub: ["ElastiCache.7"]
#     regula: []
#   expected: >-
#     The subnet group is written and is not default.
#   fix:
#     terraform: >-
#       subnet_group_name = aws_elasticache_subnet_group.NAME.name
#   since: "0.1.0"
package bulwark.rules.store_subnets_named

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, attribute in groups
	some r in tf.resources(type)
	not in_group(r)
	some fact in facts(r, attribute, tf.step(r.values, attribute))
}

findings contains result.not_applicable(r, "lies-where-its-replication-group-does") if {
	some r in tf.resources("aws_elasticache_cluster")
	in_group(r)
}

facts(r, attribute, "default") := [result.fail(r, attribute, "default", "not-allowed")]

facts(r, attribute, value) := judge.value_known_written(r, attribute, value) if not value == "default"

in_group(r) if not is_null(tf.step(r.values, "replication_group_id"))

groups := {
	"aws_elasticache_cluster": "subnet_group_name",
	"aws_elasticache_replication_group": "subnet_group_name",
	"aws_memorydb_cluster": "subnet_group_name",
	"aws_redshift_cluster": "cluster_subnet_group_name",
}
