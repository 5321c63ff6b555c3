# METADATA
# title: "Snapshots keep the tags of their data base"
# description: >-
#   Tags say what class of data is kept and how long. A snapshot without them falls out of every rule that is
#   written by tag: who may read it, when it is erased, what it costs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-16
#     description: "RDS.16 and RDS.17"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-8
#     description: "Neptune.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_instance
#     description: "aws_db_instance"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
#     description: "aws_rds_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
# custom:
#   severity: low
#   domain: data
#   resource_types: ["aws_db_instance", "aws_rds_cluster", "aws_neptune_cluster"]
#   obligations: [OBL-DATA-12, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_313", "CKV_AWS_362", "CKV2_AWS_60"]
#     trivy: []
#     kics: ["6d3dead4-c6b2-4db7-81bd-3a83eae8f255"]
#     cdk_nag: []
#     security_hub: ["RDS.16", "RDS.17", "Neptune.8", "RDS.47", "RDS.48"]
#     regula: []
#   expected: >-
#     copy_tags_to_snapshot is true.
#   fix:
#     terraform: >-
#       copy_tags_to_snapshot = true
#   since: "0.1.0"
package bulwark.rules.snapshot_tags_kept

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.enabled(r, switch.path, switch.absent)
}

# Off when nobody wrote it.
switches := {
	"aws_db_instance": {"path": ["copy_tags_to_snapshot"], "absent": false},
	"aws_rds_cluster": {"path": ["copy_tags_to_snapshot"], "absent": false},
	"aws_neptune_cluster": {"path": ["copy_tags_to_snapshot"], "absent": false},
}
