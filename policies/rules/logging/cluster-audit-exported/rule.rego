# METADATA
# title: "Clusters for documents and graphs send their audit log away"
# description: >-
#   The audit log names who signed in and what was changed. On the cluster it lasts days and goes with it; in
#   CloudWatch Logs it can be kept and watched.
# related_resources:
#   - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#     description: "Auditing in DocumentDB"
#   - ref: https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html
#     description: "Logs of Neptune"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html#documentdb-4
#     description: "DocumentDB.4"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-2
#     description: "Neptune.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/docdb_cluster
#     description: "aws_docdb_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/neptune_cluster
#     description: "aws_neptune_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_docdb_cluster", "aws_neptune_cluster"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_85", "CKV_AWS_101"]
#     trivy: ["AWS-0020", "AWS-0075"]
#     kics: ["56f6a008-1b14-4af4-b9b2-ab7cf7e27641", "45cff7b6-3b80-40c1-ba7b-2cf480678bb8"]
#     cdk_nag: ["AwsSolutions-DOC5"]
#     security_hub: ["DocumentDB.4", "Neptune.2"]
#     regula: []
#   expected: >-
#     The exported logs hold audit.
#   fix:
#     terraform: >-
#       enabled_cloudwatch_logs_exports = ["audit"]
#   since: "0.1.0"
package bulwark.rules.cluster_audit_exported

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, attribute in exports
	some r in tf.resources(type)
	some fact in judge.value_holds(r, attribute, tf.step(r.values, attribute), {"audit"}, "log-missing")
}

exports := {
	"aws_docdb_cluster": "enabled_cloudwatch_logs_exports",
	"aws_neptune_cluster": "enable_cloudwatch_logs_exports",
}
