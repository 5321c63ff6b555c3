# METADATA
# title: "A fleet metric wakes somebody"
# description: >-
#   Devices that fell silent, sit on an old version or lost their charge are counted by a fleet metric for a
#   reason. Without an alarm on it the count is a line in CloudWatch that nobody looks at.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-fleet-metrics.html
#     description: "Fleet metrics"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-fleetmetric.html
#     description: "AWS::IoT::FleetMetric"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
#     description: "aws_cloudwatch_metric_alarm"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["AWS::IoT::FleetMetric"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     An alarm of the same stack watches the metric of that name in AWS/IoTFleetMetrics.
#   fix:
#     terraform: >-
#       aws_cloudwatch_metric_alarm with namespace = "AWS/IoTFleetMetrics" and metric_name = MetricName.
#   since: "0.1.0"
package bulwark.rules.iot_fleet_metric_alarmed

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("AWS::IoT::FleetMetric")
	some fact in judged(r, tf.step(r.values, "MetricName"))
}

judged(r, name) := [result.unknown(r, "MetricName", name)] if tf.is_unknown(name)

judged(_, name) := [] if name in watched

judged(r, name) := [result.fail(r, "MetricName", name, "watched-by-no-alarm")] if {
	not tf.is_unknown(name)
	not name in watched
	count(open) == 0
}

# An alarm whose metric is not known may be the one.
judged(r, name) := [result.unknown(r, "MetricName", open[0])] if {
	not tf.is_unknown(name)
	not name in watched
	count(open) > 0
}

# A metric by itself, or one among those of an expression.
metrics := array.concat(
	[r.values | some r in tf.resources("aws_cloudwatch_metric_alarm")],
	[metric |
		some r in tf.resources("aws_cloudwatch_metric_alarm")
		some query in tf.list(object.get(r.values, "metric_query", null))
		metric := tf.head(tf.step(query, "metric"))
		is_object(metric)
	],
)

watched := {metric.metric_name |
	some metric in metrics
	metric.namespace == "AWS/IoTFleetMetrics"
	is_string(metric.metric_name)
}

open := [name |
	some metric in metrics
	some name in [metric.metric_name, metric.namespace]
	tf.is_unknown(name)
	may_be(metric.namespace, {"AWS/IoTFleetMetrics"})
]

may_be(value, names) if value in names

may_be(value, _) if tf.is_unknown(value)
