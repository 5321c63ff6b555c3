# METADATA
# title: "What topic rules store in S3 is not public"
# description: >-
#   The S3 action of a topic rule may give each object it writes a canned ACL. With public-read everybody on the
#   internet reads what devices sent, with authenticated-read everybody who has an AWS account does. The error action
#   counts like any other.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/s3-rule-action.html
#     description: "S3 rule action: cannedacl"
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
#     description: "Canned ACLs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
# custom:
#   severity: critical
#   domain: data
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-DATA-1, OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No S3 action of a topic rule has a canned_acl of public-read, public-read-write or authenticated-read.
#   fix:
#     terraform: >-
#       Leave canned_acl out, or write canned_acl = "private".
#     construct: >-
#       TelemetryRule writes no ACL.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_objects_private

import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, acl.path, acl.value, "public"), acl.path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some acl in acls(r)
	acl.value in {"public-read", "public-read-write", "authenticated-read"}
}

findings contains result.with_detail(result.unknown(r, acl.path, acl.value), acl.path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some acl in acls(r)
	tf.is_unknown(acl.value)
}

acls(r) := [{"path": concat(".", [action.path, "canned_acl"]), "value": tf.step(action.body, "canned_acl")} |
	some action in iot.rule_actions(r, "s3")
]
