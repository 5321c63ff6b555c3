# METADATA
# title: "Uploads that never end are given up"
# description: >-
#   The parts of an upload that broke off stay in the bucket, seen by no listing, kept beyond every retention and
#   paid for, until a lifecycle rule for the whole bucket aborts it. Judged where a lifecycle is written; a bucket
#   without one is s3-bucket-lifecycle.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
#     description: "Aborting incomplete uploads"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_lifecycle_configuration
#     description: "aws_s3_bucket_lifecycle_configuration"
# custom:
#   severity: low
#   domain: resilience
#   resource_types: ["aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket"]
#   obligations: [OBL-DATA-12]
#   equivalents:
#     checkov: ["CKV_AWS_300"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     An enabled lifecycle rule for the whole bucket has abort_incomplete_multipart_upload.
#   fix:
#     terraform: >-
#       abort_incomplete_multipart_upload { days_after_initiation = 7 }
#     construct: >-
#       SecureBucket sets it.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_aborts_uploads

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, path, null, "keeps-broken-uploads") if {
	some [r, path, rules] in keeping
	count(undecided(rules)) == 0
}

findings contains result.unknown(r, path, undecided(rules)[0]) if {
	some [r, path, rules] in keeping
	count(undecided(rules)) > 0
}

keeping := [entry | some entry in lifecycles; not aborts(entry[2])]

# Arrays, since a set would hash each resource.
lifecycles := array.concat(companions, inline)

companions := [[r, "rule", tf.list(object.get(r.values, "rule", null))] | some r in tf.resources("aws_s3_bucket_lifecycle_configuration")]

inline := [[r, "lifecycle_rule", rules] |
	some r in tf.resources("aws_s3_bucket")
	rules := tf.list(object.get(r.values, "lifecycle_rule", null))
	count(rules) > 0
]

aborts(rules) if {
	some rule in rules
	is_object(rule)
	not tf.is_unknown(rule)
	is_on(rule)
	not is_narrowed(rule)
	ends(rule)
}

is_on(rule) if rule.status == "Enabled"

is_on(rule) if tf.is_true(rule.enabled)

ends(rule) if is_number(tf.dig(rule, ["abort_incomplete_multipart_upload", "days_after_initiation"]))

ends(rule) if rule.abort_incomplete_multipart_upload_days > 0

# A rule for some objects leaves the parts of the others.
is_narrowed(rule) if is_some(object.get(rule, "prefix", null))

is_narrowed(rule) if {
	some part in ["prefix", "tag", "and", "object_size_greater_than", "object_size_less_than"]
	is_some(tf.dig(rule, ["filter", part]))
}

is_some(value) if {
	not is_null(value)
	not value in ["", 0, [], {}]
}

undecided(rules) := [unresolved |
	some rule in rules
	some unresolved in [
		rule, tf.step(rule, "status"), tf.step(rule, "enabled"), tf.step(rule, "prefix"), tf.step(rule, "filter"),
		tf.dig(rule, ["filter", "prefix"]), tf.dig(rule, ["filter", "tag"]), tf.dig(rule, ["filter", "and"]),
		tf.dig(rule, ["filter", "object_size_greater_than"]), tf.dig(rule, ["filter", "object_size_less_than"]),
		tf.step(rule, "abort_incomplete_multipart_upload"), tf.dig(rule, ["abort_incomplete_multipart_upload", "days_after_initiation"]),
	]
	tf.is_unknown(unresolved)
]
