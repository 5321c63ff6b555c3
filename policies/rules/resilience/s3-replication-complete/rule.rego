# METADATA
# title: "Replication copies encrypted objects, and says when it fails"
# description: >-
#   Without source_selection_criteria S3 leaves out, in silence, every object encrypted with a KMS key: the copy looks
#   complete and holds nothing. What it does copy needs a key of the other region. Metrics are the only place where a
#   copy that failed or is late shows.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
#     description: "Replicating encrypted objects"
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
#     description: "Replication metrics"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_replication_configuration
#     description: "aws_s3_bucket_replication_configuration"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_s3_bucket_replication_configuration"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Every rule that is on selects KMS encrypted objects, names a customer managed key for the copies and has metrics.
#   fix:
#     terraform: >-
#       source_selection_criteria { sse_kms_encrypted_objects { status = "Enabled" } }, and in destination
#       encryption_configuration { replica_kms_key_id = KEY } and metrics { status = "Enabled" }.
#     construct: >-
#       BucketReplication sets all three.
#   since: "0.1.0"
package bulwark.rules.s3_replication_complete

import data.bulwark.lib.judge
import data.bulwark.lib.kms
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, detail) if {
	some [r, rule, detail] in rules
	some path in switches
	some fact in judge.value_one_of(r, concat(".", array.concat(["rule"], path)), tf.dig(rule, path), {"Enabled"}, null)
}

findings contains result.with_detail(fact, detail) if {
	some [r, rule, detail] in rules
	tf.dig(rule, selects) == "Enabled"
	some fact in kms.customer_key(r, "rule.destination.encryption_configuration.replica_kms_key_id", tf.dig(rule, key))
}

selects := ["source_selection_criteria", "sse_kms_encrypted_objects", "status"]

key := ["destination", "encryption_configuration", "replica_kms_key_id"]

switches := [selects, ["destination", "metrics", "status"]]

# A rule that is off copies nothing, which a reader of the rule sees.
rules contains [r, rule, detail] if {
	some r in tf.resources("aws_s3_bucket_replication_configuration")
	some i, rule in tf.list(r.values.rule)
	object.get(rule, "status", null) != "Disabled"
	detail := concat(" ", ["rule", format_int(i + 1, 10)])
}
