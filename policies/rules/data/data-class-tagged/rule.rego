# METADATA
# title: "Every store says what class of data it holds"
# description: >-
#   Retention, keys, erasure and the record of processing follow from the class of data. A store, stream, queue,
#   topic, log group or key without the tag bulwark:data-class cannot be found by them; rules on firmware and audit
#   data pass it by.
# related_resources:
#   - ref: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
#     description: "Tagging AWS resources"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/guides/resource-tagging
#     description: "Tags in the provider, default_tags included"
# custom:
#   severity: low
#   domain: data
#   resource_types: ["aws_s3_bucket", "aws_dynamodb_table", "aws_kinesis_stream", "aws_kinesis_firehose_delivery_stream", "aws_sqs_queue", "aws_sns_topic", "aws_cloudwatch_log_group", "aws_kms_key"]
#   obligations: [OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["DynamoDB.5", "Kinesis.2", "SNS.3", "SQS.2"]
#     regula: []
#   expected: >-
#     The tag bulwark:data-class is set, on the resource or by the provider's default_tags.
#   fix:
#     terraform: >-
#       tags = { "bulwark:data-class" = "telemetry" }, or default_tags in the provider.
#     construct: >-
#       Every construct tags by its dataClass.
#   since: "0.1.0"
package bulwark.rules.data_class_tagged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "tags") if {
	some type in types
	some r in tf.resources(type)
	not has_class(r)
	not is_undecided(r)
}

findings contains result.unknown(r, "tags", object.get(r.values, "tags", null)) if {
	some type in types
	some r in tf.resources(type)
	not has_class(r)
	is_undecided(r)
}

findings contains result.unknown(r, "tags", value) if {
	some type in types
	some r in tf.resources(type)
	value := tf.tag(r, "bulwark:data-class")
	tf.is_unknown(value)
}

has_class(r) if tf.tag(r, "bulwark:data-class") != ""

is_undecided(r) if tf.is_unknown(object.get(r.values, "tags", null))

types := [
	"aws_s3_bucket", "aws_dynamodb_table", "aws_kinesis_stream", "aws_kinesis_firehose_delivery_stream",
	"aws_sqs_queue", "aws_sns_topic", "aws_cloudwatch_log_group", "aws_kms_key",
]
