# METADATA
# title: "Every store of personal data stands in the record of processing"
# description: >-
#   A bucket, table, queue or stream tagged with a data class that holds data of people appears in the record, and
#   not as merely technical.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["aws_s3_bucket", "aws_dynamodb_table", "aws_sqs_queue", "aws_kinesis_stream", "aws_timestreamwrite_table", "aws_db_instance", "aws_rds_cluster"]
#   obligations: [OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A store tagged bulwark:data-class telemetry, identity, personal or sensitive matches a store of a
#     PrivacyRecord that is not technical.
#   fix:
#     document: >-
#       activities: [{ ..., stores: [{ resource: "aws_s3_bucket.lake", dataClass: personal, retentionDays:
#       365, erasure: on-request }] }]
#   since: "0.1.0"
package bulwark.rules.privacy_store_recorded

import data.bulwark.lib.doc
import data.bulwark.lib.result
import data.bulwark.lib.tf

types := [
	"aws_s3_bucket",
	"aws_dynamodb_table",
	"aws_sqs_queue",
	"aws_kinesis_stream",
	"aws_timestreamwrite_table",
	"aws_db_instance",
	"aws_rds_cluster",
]

# Arrays, since a set would hash each store.
stores := [r | some type in types; some r in tf.resources(type)]

personal := [r | some r in stores; is_personal(r)]

is_personal(r) if tf.tag(r, "bulwark:data-class") in data.baseline.documents.privacy.personalClasses

findings contains result.fail(r, "tags", tf.tag(r, "bulwark:data-class"), "not-in-the-record-of-processing") if {
	some r in personal
	doc.is_given("PrivacyRecord")
	count(classes(r)) == 0
}

findings contains result.fail(r, "tags", tf.tag(r, "bulwark:data-class"), "recorded-as-technical-only") if {
	some r in personal
	classes(r) == {"technical"}
}

# A stack checked by itself, without the dossier: the record is judged where it is given.
findings contains result.not_applicable(r, "no-record-of-processing-in-the-input") if {
	some r in personal
	not doc.is_given("PrivacyRecord")
}

findings contains result.not_applicable(r, "holds-no-personal-data-by-its-tag") if {
	some r in stores
	not is_personal(r)
}

classes(r) := {store.dataClass |
	some record in doc.of_kind("PrivacyRecord")
	some activity in record.values.activities
	some store in activity.stores
	doc.fits(store.resource, r.address)
}
