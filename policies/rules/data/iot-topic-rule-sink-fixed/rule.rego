# METADATA
# title: "Devices do not choose where their data goes"
# description: >-
#   Substitution templates in a rule action are filled from the message. In the name of a bucket, table, queue,
#   stream or function they let a device pick the destination; at the start of an S3 key or of a republish topic they
#   let it overwrite what belongs to others.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html
#     description: "Substitution templates"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
# custom:
#   severity: medium
#   domain: data
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-DATA-1, OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     Destinations are fixed; S3 keys and republish topics start with a fixed part.
#   fix:
#     terraform: >-
#       key = "telemetry/$${topic(3)}/$${timestamp()}", and literal bucket, table and stream names.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_sink_fixed

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, value, "chosen-by-device"), path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some action, attribute in destinations
	some block in tf.list(object.get(r.values, action, null))
	value := tf.step(block, attribute)
	is_string(value)
	contains(value, "${")
	path := concat(".", [action, attribute])
}

findings contains result.with_detail(result.fail(r, path, value, "chosen-by-device"), path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some action, attribute in {"s3": "key", "republish": "topic"}
	some block in tf.list(object.get(r.values, action, null))
	value := tf.step(block, attribute)
	is_string(value)
	startswith(value, "${")
	path := concat(".", [action, attribute])
}

findings contains result.with_detail(result.unknown(r, path, value), path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some action, attribute in {"s3": "key", "republish": "topic"}
	some block in tf.list(object.get(r.values, action, null))
	value := tf.step(block, attribute)
	tf.is_unknown(value)
	not tf.has_text(value)
	path := concat(".", [action, attribute])
}

destinations := {
	"dynamodb": "table_name", "firehose": "delivery_stream_name", "kinesis": "stream_name", "lambda": "function_arn",
	"s3": "bucket_name", "sns": "target_arn", "sqs": "queue_url", "step_functions": "state_machine_name",
	"timestream": "table_name",
}
