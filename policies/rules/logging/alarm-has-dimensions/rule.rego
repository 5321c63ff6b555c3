# METADATA
# title: "Alarms watch a metric that exists"
# description: >-
#   These services publish their metrics only with dimensions (queue, stream, table, rule, topic ...). An alarm
#   without them looks at a metric that never gets a value and stays quiet for ever.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Dimension
#     description: "A metric is its name and its dimensions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
#     description: "aws_cloudwatch_metric_alarm"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_cloudwatch_metric_alarm"]
#   obligations: [OBL-INC-1, OBL-CONS-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     Alarms on AWS/SQS, AWS/SNS, AWS/Firehose, AWS/Kinesis, AWS/DynamoDB, AWS/S3, AWS/IoT and AWS/States have
#     dimensions.
#   fix:
#     terraform: >-
#       dimensions = { QueueName = aws_sqs_queue.NAME.name }
#     construct: >-
#       DeadLetterQueue binds its alarms to the queue.
#   since: "0.1.0"
package bulwark.rules.alarm_has_dimensions

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "dimensions", null, "watches-nothing") if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	r.values.namespace in needs_dimensions
	object.get(r.values, "dimensions", null) in {null, {}}
}

findings contains result.with_detail(result.fail(r, path, null, "watches-nothing"), path) if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	some index, query in tf.list(object.get(r.values, "metric_query", null))
	metric := tf.head(tf.step(query, "metric"))
	metric.namespace in needs_dimensions
	object.get(metric, "dimensions", null) in {null, {}}
	path := concat("", ["metric_query[", format_int(index, 10), "].metric.dimensions"])
}

findings contains result.unknown(r, "namespace", r.values.namespace) if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	tf.is_unknown(r.values.namespace)
	object.get(r.values, "dimensions", null) in {null, {}}
}

findings contains result.unknown(r, "dimensions", r.values.dimensions) if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	r.values.namespace in needs_dimensions
	tf.is_unknown(r.values.dimensions)
}

needs_dimensions := {"AWS/SQS", "AWS/SNS", "AWS/Firehose", "AWS/Kinesis", "AWS/DynamoDB", "AWS/S3", "AWS/IoT", "AWS/States"}
