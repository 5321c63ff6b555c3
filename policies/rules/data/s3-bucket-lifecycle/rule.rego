# METADATA
# title: "Buckets have a retention that ends"
# description: >-
#   Storage limitation needs an end: a lifecycle rule, switched on, that expires objects or at least earlier versions
#   and broken uploads; delete markers alone do not count. Without one, data and its risks only grow.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
#     description: "Lifecycle rules"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_lifecycle_configuration
#     description: "aws_s3_bucket_lifecycle_configuration"
# custom:
#   severity: medium
#   domain: data
#   resource_types: ["aws_s3_bucket", "aws_s3_bucket_lifecycle_configuration"]
#   obligations: [OBL-DATA-12]
#   equivalents:
#     checkov: ["CKV2_AWS_61"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["S3.13", "S3.10"]
#     regula: ["FG_R00101"]
#   expected: >-
#     An enabled lifecycle rule expires objects, earlier versions or incomplete uploads.
#   fix:
#     terraform: >-
#       Add aws_s3_bucket_lifecycle_configuration with an Enabled rule that has expiration (or
#       noncurrent_version_expiration) days from your retention schedule.
#     construct: >-
#       SecureBucket takes expireDays.
#   since: "0.1.0"
package bulwark.rules.s3_bucket_lifecycle

import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains s3.missing(bucket, lifecycle_type, "lifecycle_rule") if {
	some bucket in s3.buckets
	count(s3.lifecycle(bucket)) == 0
}

findings contains s3.from(fact, setting.source) if {
	some r in s3.holders(lifecycle_type)
	some setting in s3.lifecycle(r)
	rules := tf.list(setting.values.rule)
	not ends(rules)
	fact := verdict(r, rules)
}

findings contains fact if some fact in s3.set_aside(lifecycle_type)

lifecycle_type := "aws_s3_bucket_lifecycle_configuration"

verdict(r, rules) := result.fail(r, "rule", null, "no-expiry") if count(undecided(rules)) == 0

verdict(r, rules) := result.unknown(r, "rule", undecided(rules)[0]) if count(undecided(rules)) > 0

undecided(rules) := [unresolved |
	some block in rules
	some unresolved in array.concat(
		array.concat([block, tf.step(block, "status"), tf.step(block, "enabled")], [tf.step(block, action) | some action in actions]),
		[tf.dig(block, ["expiration", key]) | some key in ends_by],
	)
	tf.is_unknown(unresolved)
]

ends(rules) if {
	some block in rules
	tf.is_known(block)
	is_on(block)
	some action in actions
	value := tf.head(object.get(block, action, null))
	not is_null(value)
	not tf.is_unknown(value)
	takes_away(action, value)
}

ends_by := ["days", "date"]

# Delete markers without a version behind them hold no data.
takes_away("expiration", value) if {
	some key in ends_by
	written := tf.step(value, key)
	tf.is_known(written)
	written != 0
	written != ""
}

takes_away(action, _) if action != "expiration"

is_on(block) if block.status == "Enabled"

is_on(block) if tf.is_true(block.enabled)

actions := ["expiration", "noncurrent_version_expiration", "abort_incomplete_multipart_upload"]
