# METADATA
# title: "Caches, brokers and clusters take minor versions by themselves"
# description: >-
#   Minor versions carry the security fixes. Amazon MQ and DMS take none unless told to; the others unless told not
#   to.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html#mq-3
#     description: "MQ.3"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-2
#     description: "ElastiCache.2"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-6
#     description: "DMS.6"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-6
#     description: "Redshift.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/mq_broker
#     description: "aws_mq_broker"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dms_replication_instance
#     description: "aws_dms_replication_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_cluster
#     description: "aws_elasticache_cluster"
# custom:
#   severity: medium
#   domain: patching
#   resource_types:
#     - "aws_mq_broker"
#     - "aws_dms_replication_instance"
#     - "aws_elasticache_cluster"
#     - "aws_elasticache_replication_group"
#     - "aws_memorydb_cluster"
#     - "aws_redshift_cluster"
#     - "aws_neptune_cluster_instance"
#   obligations: [OBL-RISK-5, OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_AWS_141", "CKV_AWS_207", "CKV_AWS_222", "CKV_AWS_322"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-N2", "AwsSolutions-RS9"]
#     security_hub: ["ElastiCache.2", "DMS.6", "Redshift.6"]
#     regula: []
#   expected: >-
#     auto_minor_version_upgrade (Redshift: allow_version_upgrade) is on.
#   fix:
#     terraform: >-
#       auto_minor_version_upgrade = true
#   since: "0.1.0"
package bulwark.rules.store_minor_upgrades

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# What is switched, and what holds when nobody wrote it: the pages of the types in the provider. DocumentDB has the switch and does not heed it:
# https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBInstance.html
switches := {
	"aws_mq_broker": {"path": ["auto_minor_version_upgrade"], "absent": false},
	"aws_dms_replication_instance": {"path": ["auto_minor_version_upgrade"], "absent": false},
	"aws_elasticache_cluster": {"path": ["auto_minor_version_upgrade"], "absent": true},
	"aws_elasticache_replication_group": {"path": ["auto_minor_version_upgrade"], "absent": true},
	"aws_memorydb_cluster": {"path": ["auto_minor_version_upgrade"], "absent": true},
	"aws_redshift_cluster": {"path": ["allow_version_upgrade"], "absent": true},
	"aws_neptune_cluster_instance": {"path": ["auto_minor_version_upgrade"], "absent": true},
}
