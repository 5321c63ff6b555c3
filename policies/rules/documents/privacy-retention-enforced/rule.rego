# METADATA
# title: "Stores delete when the record says so"
# description: >-
#   The retention the record declares is what the store does: a bucket's lifecycle, a log group's retention, a
#   queue's message retention is no longer, and an erasure on request needs no lifecycle only in a table.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
#     description: "S3 lifecycle"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Every recorded bucket, log group and queue expires its data within the declared retentionDays.
#   fix:
#     terraform: >-
#       aws_s3_bucket_lifecycle_configuration with expiration { days = 365 }
#     document: >-
#       Write the number of days that is true into retentionDays.
#   since: "0.1.0"
package bulwark.rules.privacy_retention_enforced

import data.bulwark.lib.doc
import data.bulwark.lib.result
import data.bulwark.lib.s3
import data.bulwark.lib.tf

# Days after which a store deletes, as the stack says; an empty set when it never does.
expiry(resource, "aws_s3_bucket") := {days |
	some setting in s3.lifecycle(resource)
	some block in tf.list(object.get(setting.values, "rule", []))
	not is_off(block)
	days := tf.dig(block, ["expiration", "days"])
	is_number(days)
	days > 0
}

expiry(resource, "aws_cloudwatch_log_group") := {days |
	days := resource.values.retention_in_days
	is_number(days)
	days > 0
}

# SQS keeps a message for four days unless told otherwise.
expiry(resource, "aws_sqs_queue") := {days |
	seconds := object.get(resource.values, "message_retention_seconds", 345600)
	is_number(seconds)
	days := seconds / 86400
}

# By its status, or where it stands in the bucket itself, by its switch.
is_off(block) if object.get(block, "status", "Enabled") != "Enabled"

is_off(block) if tf.is_false(object.get(block, "enabled", true))

stored contains {"record": r, "activity": activity.is.id, "store": store, "resource": resource, "type": type} if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	some store in doc.inner(activity, "stores")
	some type in ["aws_s3_bucket", "aws_cloudwatch_log_group", "aws_sqs_queue"]
	startswith(store.is.resource, type)
	some resource in tf.resources(type)
	doc.fits(store.is.resource, resource.address)
}

findings contains result.with_related(doc.fail(entry.record, doc.path(entry.store, "retentionDays"), entry.store.is.retentionDays, "never-deleted-by-the-store", concat(" ", [entry.activity, entry.store.is.resource])), [entry.resource.address]) if {
	some entry in stored
	count(expiry(entry.resource, entry.type)) == 0
	count(hidden(entry.resource, entry.type)) == 0
}

findings contains result.with_related(doc.unknown(entry.record, doc.path(entry.store, "retentionDays"), "the-stack-is-not-known-before-apply", concat(" ", [entry.activity, entry.store.is.resource])), [entry.resource.address]) if {
	some entry in stored
	count(expiry(entry.resource, entry.type)) == 0
	count(hidden(entry.resource, entry.type)) > 0
}

# What may turn out to delete: a part of a lifecycle rule, a lifecycle of nobody knows which bucket, a number of days.
hidden(resource, "aws_s3_bucket") := array.concat(
	[value |
		some setting in s3.lifecycle(resource)
		some block in tf.list(object.get(setting.values, "rule", []))
		some value in [block, tf.step(block, "status"), tf.dig(block, ["expiration", "days"])]
		tf.is_unknown(value)
	],
	[stray.values.bucket | some stray in s3.doubtful(resource, "aws_s3_bucket_lifecycle_configuration")],
)

hidden(resource, "aws_cloudwatch_log_group") := [days | days := resource.values.retention_in_days; tf.is_unknown(days)]

hidden(resource, "aws_sqs_queue") := [seconds | seconds := resource.values.message_retention_seconds; tf.is_unknown(seconds)]

findings contains result.with_related(doc.fail(entry.record, doc.path(entry.store, "retentionDays"), entry.store.is.retentionDays, "shorter-than-the-store-keeps-it", concat(" ", [entry.activity, entry.store.is.resource])), [entry.resource.address]) if {
	some entry in stored
	some days in expiry(entry.resource, entry.type)
	days > entry.store.is.retentionDays
}

findings contains doc.unknown(r, "activities", "no-stack-in-the-input", r.values.name) if {
	some r in doc.of_kind("PrivacyRecord")
	not doc.has_stack
}
