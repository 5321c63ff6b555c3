# METADATA
# title: "Firmware and evidence are locked against change"
# description: >-
#   A firmware image somebody can replace, or an audit trail somebody can shorten, is no anchor. Buckets tagged
#   bulwark:data-class = firmware, audit or evidence need Object Lock with a default retention of at least the
#   baseline.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
#     description: "Object Lock"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_object_lock_configuration
#     description: "aws_s3_bucket_object_lock_configuration"
# custom:
#   severity: high
#   domain: resilience
#   resource_types: ["aws_s3_bucket"]
#   obligations: [OBL-SDLC-8, OBL-INC-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Object Lock is on with a default retention of at least the baseline (365 days).
#   fix:
#     terraform: >-
#       Set object_lock_enabled = true on the bucket and add aws_s3_bucket_object_lock_configuration with
#       default_retention { mode, days }.
#     construct: >-
#       objectLock of SecureBucket or IotBackend; FirmwareStore and AuditTrail set it.
#   since: "0.1.0"
package bulwark.rules.s3_object_lock

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

findings contains result.absent(bucket, "object_lock_enabled") if {
	some bucket in s3.buckets
	s3.is_write_once(bucket)
	is_null(tf.step(bucket.values, "object_lock_enabled"))
	count(s3.object_lock(bucket)) == 0
}

findings contains fact if {
	some bucket in s3.buckets
	s3.is_write_once(bucket)
	value := tf.step(bucket.values, "object_lock_enabled")
	not is_null(value)
	some fact in judge.value_enabled(bucket, "object_lock_enabled", value, false)
}

findings contains s3.missing(bucket, "aws_s3_bucket_object_lock_configuration", "object_lock_configuration") if {
	some bucket in s3.buckets
	s3.is_write_once(bucket)
	tf.is_true(tf.step(bucket.values, "object_lock_enabled"))
	count(s3.object_lock(bucket)) == 0
}

findings contains s3.from(fact, setting.source) if {
	some bucket in s3.buckets
	s3.is_write_once(bucket)
	some setting in s3.object_lock(bucket)
	retention := tf.dig(setting.values, ["rule", "default_retention"])
	some fact in judged(bucket, retention)
}

findings contains result.not_applicable(bucket, "other-data-class") if {
	some bucket in s3.buckets
	not s3.is_write_once(bucket)
}

path := "rule.default_retention"

judged(bucket, retention) := [result.unknown(bucket, path, retention)] if tf.is_unknown(retention)

judged(bucket, null) := [result.absent(bucket, path)]

judged(bucket, retention) := facts if {
	tf.is_known(retention)
	is_null(tf.step(retention, "years"))
	facts := judge.value_at_least(bucket, "rule.default_retention.days", tf.step(retention, "days"), data.baseline.firmware.objectLockDays, null)
}

judged(_, retention) := [] if tf.is_known(tf.step(retention, "years"))

judged(bucket, retention) := [result.unknown(bucket, "rule.default_retention.years", tf.step(retention, "years"))] if {
	tf.is_known(retention)
	tf.is_unknown(tf.step(retention, "years"))
}
