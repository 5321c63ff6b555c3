# METADATA
# title: "Devices do not choose where their data goes"
# description: >-
#   Substitution templates in a rule action are filled from the message. In the name of a bucket, table, queue,
#   stream, log group, function, alarm or namespace of metrics they let a device pick the destination; at the start of an
#   S3 key, of a topic or of an index they let it overwrite what belongs to others. The error action counts like any other.
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
#     regula: []
#   expected: >-
#     Destinations are fixed; S3 keys, topics and indexes start with a fixed part.
#   fix:
#     terraform: >-
#       key = "telemetry/$${topic(3)}/$${timestamp()}", and literal bucket, table and stream names.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_sink_fixed

import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, place.path, place.value, "chosen-by-device"), place.path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some place in places(r, destinations)
	is_string(place.value)
	contains(place.value, "${")
}

findings contains result.with_detail(result.fail(r, place.path, place.value, "chosen-by-device"), place.path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some place in places(r, beginnings)
	is_string(place.value)
	startswith(place.value, "${")
}

findings contains result.with_detail(result.unknown(r, place.path, place.value), place.path) if {
	some r in tf.resources("aws_iot_topic_rule")
	some place in places(r, beginnings)
	tf.is_unknown(place.value)
	not tf.has_text(place.value)
}

# Attributes of actions, with where they stand.
places(r, attributes) := [{"path": concat(".", array.concat([action.path], path)), "value": tf.dig(action.body, path)} |
	some kind, paths in attributes
	some action in iot.rule_actions(r, kind)
	some path in paths
]

# Names of what is written to, which the page of every action below docs.aws.amazon.com/iot/latest/developerguide says that a substitution template
# may hold: dynamodb-v2-rule-action.html, kinesis-firehose-rule-action.html ... Most by API and CLI only, which is how Terraform writes them.
destinations := {
	"cloudwatch_alarm": [["alarm_name"]],
	"cloudwatch_logs": [["log_group_name"]],
	"cloudwatch_metric": [["metric_namespace"]],
	"dynamodb": [["table_name"]],
	"dynamodbv2": [["put_item", "table_name"]],
	"elasticsearch": [["endpoint"]],
	"firehose": [["delivery_stream_name"]],
	"kinesis": [["stream_name"]],
	"lambda": [["function_arn"]],
	"s3": [["bucket_name"]],
	"sns": [["target_arn"]],
	"sqs": [["queue_url"]],
	"step_functions": [["state_machine_name"]],
	"timestream": [["database_name"], ["table_name"]],
}

# Names that may hold what the message says, behind a part that is fixed: apache-kafka-rule-action.html, opensearch-rule-action.html,
# republish-rule-action.html and s3-rule-action.html there.
beginnings := {"elasticsearch": [["index"]], "kafka": [["topic"]], "republish": [["topic"]], "s3": [["key"]]}
