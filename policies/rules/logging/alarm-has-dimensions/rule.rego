# METADATA
# title: "Alarms watch a metric that exists"
# description: >-
#   These services publish their metrics only with dimensions (queue, stream, table, rule, topic ...). An alarm
#   without them looks at a metric that never gets a value and stays quiet for ever. A few of their metrics count for the
#   whole account and have none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Dimension
#     description: "A metric is its name and its dimensions"
#   - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
#     description: "Metrics of DynamoDB; UserErrors and those of the account have no dimensions"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html
#     description: "Metrics of AWS IoT"
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
#     description: "Metrics of SNS"
#   - ref: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
#     description: "Metrics of Step Functions; those of executions and activities count for the account where no ARN is given"
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
#     regula: []
#   expected: >-
#     Alarms on AWS/SQS, AWS/SNS, AWS/Firehose, AWS/Kinesis, AWS/DynamoDB, AWS/S3, AWS/IoT and AWS/States have
#     dimensions, but for metrics of the whole account.
#   fix:
#     terraform: >-
#       dimensions = { QueueName = aws_sqs_queue.NAME.name }
#     construct: >-
#       DeadLetterQueue binds its alarms to the queue.
#   since: "0.1.0"
package bulwark.rules.alarm_has_dimensions

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	some fact in judged(r, "", r.values)
}

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	some index, query in tf.list(object.get(r.values, "metric_query", null))
	prefix := concat("", ["metric_query[", format_int(index, 10), "].metric."])
	some fact in judged(r, prefix, tf.step(query, "metric"))
}

judged(r, prefix, metric) := [] if {
	is_bound(tf.step(metric, "dimensions"))
} else := [] if {
	is_fine_without(tf.step(metric, "namespace"), tf.step(metric, "metric_name"))
} else := [result.unknown(r, concat("", [prefix, open[0]]), tf.step(metric, open[0]))] if {
	open := [attribute | some attribute in ["namespace", "dimensions", "metric_name"]; tf.is_unknown(tf.step(metric, attribute))]
	count(open) > 0
} else := [result.fail(r, concat("", [prefix, "dimensions"]), null, "watches-nothing")]

is_bound(dimensions) if {
	tf.is_known(dimensions)
	dimensions != {}
}

is_fine_without(namespace, _) if {
	not tf.is_unknown(namespace)
	not needs_dimensions[namespace]
}

is_fine_without(namespace, name) if name in account_wide[namespace]

needs_dimensions := {"AWS/SQS", "AWS/SNS", "AWS/Firehose", "AWS/Kinesis", "AWS/DynamoDB", "AWS/S3", "AWS/IoT", "AWS/States"}

# Metrics that their service counts for the whole account, without dimensions, as the page of its metrics has it: metrics-dimensions.html of DynamoDB,
# metrics_dimensions.html of AWS IoT (violations count for the account as well as for a profile), sns-monitoring-using-cloudwatch.html of SNS, and
# procedure-cw-metrics.html of Step Functions.
account_wide := {
	"AWS/DynamoDB": {
		"UserErrors", "AccountMaxReads", "AccountMaxWrites", "AccountMaxTableLevelReads", "AccountMaxTableLevelWrites",
		"AccountProvisionedReadCapacityUtilization", "AccountProvisionedWriteCapacityUtilization",
		"MaxProvisionedTableReadCapacityUtilization", "MaxProvisionedTableWriteCapacityUtilization",
	},
	"AWS/IoT": {
		"CreateCertificateFromCsrFailed", "CreateKeysAndCertificateFailed", "CredentialExchangeSuccess",
		"NumLogBatchesFailedToPublishThrottled", "NumLogEventsFailedToPublishThrottled", "ProvisionThing.ClientError",
		"ProvisionThing.ServerError", "ProvisionThing.Success", "RulesExecuted", "Violations", "ViolationsCleared",
		"ViolationsInvalidated",
	},
	"AWS/SNS": {"SMSMonthToDateSpentUSD", "SMSSuccessRate"},
	"AWS/States": {
		"ActivitiesFailed", "ActivitiesHeartbeatTimedOut", "ActivitiesScheduled", "ActivitiesStarted", "ActivitiesSucceeded",
		"ActivitiesTimedOut", "ActivityRunTime", "ActivityScheduleTime", "ActivityTime", "ApproximateMapRunBacklogSize",
		"ApproximateOpenMapRunCount", "ExecutionThrottled", "ExecutionTime", "ExecutionsAborted", "ExecutionsFailed",
		"ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsTimedOut", "ExpressExecutionBilledDuration",
		"ExpressExecutionBilledMemory", "OpenExecutionCount", "OpenExecutionLimit", "OpenMapRunLimit",
	},
}
