# METADATA
# title: "Clusters, caches and file systems keep backups long enough to come back"
# description: >-
#   One day, the default of DocumentDB, Neptune and Redshift, is over before a quiet deletion is noticed; caches
#   and MemoryDB keep none at all. A week for what holds data, a day for a cache that can be filled anew. The policy of a file system
#   that switches its daily backup off needs a plan of backups that takes its place, and so does FSx without days of its own.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-2
#     description: "DocumentDB.2"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-5
#     description: "Neptune.5"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-3
#     description: "Redshift.3"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1
#     description: "ElastiCache.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/memorydb_cluster
#     description: "aws_memorydb_cluster"
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
#     description: "Automatic backups of EFS are kept for 35 days"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_backup_policy
#     description: "aws_efs_backup_policy"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types:
#     - "aws_docdb_cluster"
#     - "aws_neptune_cluster"
#     - "aws_redshift_cluster"
#     - "aws_elasticache_cluster"
#     - "aws_elasticache_replication_group"
#     - "aws_elasticache_serverless_cache"
#     - "aws_memorydb_cluster"
#     - "aws_docdbelastic_cluster"
#     - "aws_efs_backup_policy"
#     - "aws_fsx_lustre_file_system"
#     - "aws_fsx_ontap_file_system"
#     - "aws_fsx_openzfs_file_system"
#     - "aws_fsx_windows_file_system"
#   obligations: [OBL-INC-3, OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_134", "CKV_AWS_343", "CKV_AWS_360", "CKV_AWS_361"]
#     trivy: ["AWS-0050"]
#     kics: ["8fdb08a0-a868-4fdf-9c27-ccab0237f1ab"]
#     cdk_nag: ["AwsSolutions-DOC4", "AwsSolutions-N3", "AwsSolutions-RS10"]
#     security_hub: ["DocumentDB.2", "Neptune.5", "Redshift.3", "ElastiCache.1", "EFS.7"]
#     regula: []
#   expected: >-
#     At least 7 days for documents, graphs, analysis and FSx, 1 day for MemoryDB and caches of Redis or Valkey. The backup policy of a file system is not
#     DISABLED, or a selection of a backup plan names the file system.
#   fix:
#     terraform: >-
#       backup_retention_period = 7
#   since: "0.1.0"
package bulwark.rules.store_backup_retention

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, floor in floors
	some r in tf.resources(type)
	not keeps_none(type, r)
	some fact in judge.at_least(r, floor.path, floor.least, floor.absent)
}

findings contains result.not_applicable(r, "keeps-no-snapshots") if {
	some type in ["aws_elasticache_cluster", "aws_fsx_lustre_file_system"]
	some r in tf.resources(type)
	keeps_none(type, r)
}

# Memcached has no snapshots; a member of a replication group has those of the group.
keeps_none("aws_elasticache_cluster", r) if tf.step(r.values, "engine") == "memcached"

keeps_none("aws_elasticache_cluster", r) if not is_null(tf.step(r.values, "replication_group_id"))

# Lustre for scratch, which it is unless told otherwise, cannot be backed up: https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html
keeps_none("aws_fsx_lustre_file_system", r) if is_null(tf.step(r.values, "deployment_type"))

keeps_none("aws_fsx_lustre_file_system", r) if startswith(tf.step(r.values, "deployment_type"), "SCRATCH")

# What holds when nobody wrote it: the pages of the types in the provider.
floors := {
	"aws_docdb_cluster": {"path": ["backup_retention_period"], "least": 7, "absent": 1},
	"aws_elasticache_cluster": {"path": ["snapshot_retention_limit"], "least": 1, "absent": 0},
	"aws_docdbelastic_cluster": {"path": ["backup_retention_period"], "least": 7, "absent": 1},
	"aws_elasticache_replication_group": {"path": ["snapshot_retention_limit"], "least": 1, "absent": 0},
	"aws_elasticache_serverless_cache": {"path": ["snapshot_retention_limit"], "least": 1, "absent": 0},
	"aws_memorydb_cluster": {"path": ["snapshot_retention_limit"], "least": 1, "absent": 0},
	"aws_neptune_cluster": {"path": ["backup_retention_period"], "least": 7, "absent": 1},
	"aws_redshift_cluster": {"path": ["automated_snapshot_retention_period"], "least": 7, "absent": 1},
}

findings contains fact if {
	some r in tf.resources("aws_efs_backup_policy")
	some fact in of_policy(r, tf.dig(r.values, ["backup_policy", "status"]))
}

of_policy(r, status) := [result.unknown(r, "backup_policy.status", status)] if {
	tf.is_unknown(status)
} else := [] if {
	status in {"ENABLED", "ENABLING"}
} else := [] if {
	some target in tf.targets(object.get(r.values, "file_system_id", null))
	selected[target]
} else := [object.union(result.unknown(r, "backup_policy.status", {"$unknown": "expression"}), {"related": open_selections})] if {
	count(open_selections) > 0
} else := [result.fail(r, "backup_policy.status", status, "disabled")]

# Days that FSx keeps its own backups where nobody wrote it: the pages of the types in the provider.
fsx_days := {
	"aws_fsx_lustre_file_system": 0,
	"aws_fsx_ontap_file_system": 0,
	"aws_fsx_openzfs_file_system": 0,
	"aws_fsx_windows_file_system": 7,
}

findings contains fact if {
	some type, absent in fsx_days
	some r in tf.resources(type)
	not keeps_none(type, r)
	count(tf.identifiers(r) & selected) == 0
	some fact in unless_selected(r, judge.at_least(r, ["automatic_backup_retention_days"], 7, absent))
}

unless_selected(_, facts) := facts if count(open_selections) == 0

unless_selected(r, facts) := [object.union(result.unknown(r, fact.path, {"$unknown": "expression"}), {"related": open_selections}) | some fact in facts] if {
	count(open_selections) > 0
}

# What selections of backup plans name.
selected := {target |
	some selection in tf.resources("aws_backup_selection")
	some resource in tf.list(object.get(selection.values, "resources", null))
	some target in tf.targets(resource)
}

# By tags, by a pattern or by what is not known a selection may take any file system.
open_selections := [selection.address |
	some selection in tf.resources("aws_backup_selection")
	is_open(selection)
]

is_open(selection) if {
	some attribute in ["selection_tag", "condition"]
	not is_null(tf.step(selection.values, attribute))
}

is_open(selection) if tf.is_unknown(object.get(selection.values, "resources", null))

is_open(selection) if {
	some resource in tf.list(object.get(selection.values, "resources", null))
	text := tf.text(resource)
	contains(text, "*")
	may_be_file_system(split(text, ":"))
}

is_open(selection) if {
	some resource in tf.list(object.get(selection.values, "resources", null))
	judge.may_be_nothing(resource)
}

may_be_file_system(fields) if count(fields) < 3

may_be_file_system(fields) if fields[2] == "elasticfilesystem"

may_be_file_system(fields) if contains(fields[2], "*")
