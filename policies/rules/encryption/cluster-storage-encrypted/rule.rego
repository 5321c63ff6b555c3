# METADATA
# title: "Clusters for documents, graphs and analysis are encrypted at rest"
# description: >-
#   DocumentDB and Neptune take their encryption when they are made and never afterwards: absent means that data,
#   snapshots and replicas lie in the clear until the cluster is replaced. Redshift can be switched later, at the
#   price of moving all data. A cluster made from a backup takes over its encryption, which nothing here shows.
# related_resources:
#   - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-encrypt.html
#     description: "Encryption in DocumentDB"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-1
#     description: "DocumentDB.1"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-1
#     description: "Neptune.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_global_cluster
#     description: "aws_neptune_global_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
# custom:
#   severity: high
#   domain: encryption
#   resource_types:
#     - "aws_docdb_cluster"
#     - "aws_neptune_cluster"
#     - "aws_redshift_cluster"
#     - "aws_docdb_global_cluster"
#     - "aws_neptune_global_cluster"
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_44", "CKV_AWS_64", "CKV_AWS_74", "CKV_AWS_292"]
#     trivy: ["AWS-0021", "AWS-0076"]
#     kics: ["bc1f9009-84a0-490f-ae09-3e0ea6d74ad6", "98d59056-f745-4ef5-8613-32bca8d40b7e", "cfdcabb0-fc06-427c-865b-c59f13e898ce"]
#     cdk_nag: ["AwsSolutions-DOC1", "AwsSolutions-N4", "AwsSolutions-RS6"]
#     security_hub: ["DocumentDB.1", "Neptune.1", "Redshift.10"]
#     regula: []
#   expected: >-
#     storage_encrypted (Redshift: encrypted) is true.
#   fix:
#     terraform: >-
#       storage_encrypted = true
#   since: "0.1.0"
package bulwark.rules.cluster_storage_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, switch in switches
	some r in tf.resources(type)
	some fact in judge.unless_restored(r, judge.enabled(r, switch.path, false), switch.open)
}

findings contains fact if {
	some r in global_clusters
	not from_cluster(r)
	some fact in judge.enabled(r, ["storage_encrypted"], false)
}

findings contains result.not_applicable(r, "encrypted-as-its-source") if {
	some r in global_clusters
	from_cluster(r)
}

global_clusters := [r | some type in ["aws_docdb_global_cluster", "aws_neptune_global_cluster"]; some r in tf.resources(type)]

# A global cluster made from a cluster takes over its encryption.
from_cluster(r) if not is_null(tf.step(r.values, "source_db_cluster_identifier"))

# A plan says false for Neptune and Redshift where nobody wrote it, and nothing for DocumentDB: seen with provider 5.100.0.
switches := {
	"aws_docdb_cluster": {"path": ["storage_encrypted"], "open": {"absent"}},
	"aws_neptune_cluster": {"path": ["storage_encrypted"], "open": {"absent", "disabled"}},
	"aws_redshift_cluster": {"path": ["encrypted"], "open": {"absent", "disabled"}},
}
