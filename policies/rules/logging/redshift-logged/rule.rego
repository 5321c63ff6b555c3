# METADATA
# title: "Analysis clusters and namespaces log connections and users"
# description: >-
#   Connection and user logs tell who signed in and which rights were changed. They are off unless the cluster or an
#   aws_redshift_logging of its own switches them on, and without a cluster unless the namespace names them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
#     description: "Audit logging in Redshift"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-4
#     description: "Redshift.4"
#   - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html
#     description: "Audit logging in Redshift Serverless"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-6
#     description: "RedshiftServerless.6"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
#     description: "aws_redshift_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_logging
#     description: "aws_redshift_logging"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshiftserverless_namespace
#     description: "aws_redshiftserverless_namespace"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_redshift_cluster", "aws_redshift_logging", "aws_redshiftserverless_namespace"]
#   obligations: [OBL-CONS-5, OBL-DATA-9]
#   equivalents:
#     checkov: ["CKV_AWS_71"]
#     trivy: []
#     kics: ["15ffbacc-fa42-4f6f-a57d-2feac7365caa"]
#     cdk_nag: ["AwsSolutions-RS5"]
#     security_hub: ["Redshift.4", "RedshiftServerless.6"]
#     regula: []
#   expected: >-
#     logging.enable is true, or an aws_redshift_logging names the cluster; log_exports of a namespace holds
#     connectionlog and userlog.
#   fix:
#     terraform: >-
#       resource "aws_redshift_logging" "NAME" { cluster_identifier = aws_redshift_cluster.NAME.id, log_destination_type
#       = "cloudwatch", log_exports = [...] }
#   since: "0.1.0"
package bulwark.rules.redshift_logged

import data.bulwark.lib.judge
import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_redshift_cluster")
	switch := tf.dig(r.values, ["logging", "enable"])
	not tf.is_unknown(switch)
	not tf.is_true(switch)
	some fact in links.required(r, "aws_redshift_cluster", "aws_redshift_logging", "logging")
}

findings contains result.unknown(r, "logging.enable", switch) if {
	some r in tf.resources("aws_redshift_cluster")
	switch := tf.dig(r.values, ["logging", "enable"])
	tf.is_unknown(switch)
	count(links.to(r, "aws_redshift_logging")) == 0
}

findings contains fact if {
	some r in tf.resources("aws_redshiftserverless_namespace")
	some fact in judge.value_holds(r, "log_exports", tf.step(r.values, "log_exports"), {"connectionlog", "userlog"}, "log-missing")
}
