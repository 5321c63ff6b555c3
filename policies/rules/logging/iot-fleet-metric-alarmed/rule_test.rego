package bulwark.rules_test.iot_fleet_metric_alarmed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_fleet_metric_alarmed as rule

metric := fx.cc("r", "AWS::IoT::FleetMetric", {"MetricName": "offline"})

alarm(values) := fx.res("aws_cloudwatch_metric_alarm.a", values)

test_an_alarm_passes if {
	findings := rule.findings with input as fx.stack([metric, alarm({"namespace": "AWS/IoTFleetMetrics", "metric_name": "offline"})])
	fx.verdicts(findings) == set()
}

test_an_alarm_on_an_expression_passes if {
	findings := rule.findings with input as fx.stack([metric, alarm({"metric_query": [{"id": "m", "metric": [{"namespace": "AWS/IoTFleetMetrics", "metric_name": "offline"}]}]})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([metric])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "watched-by-no-alarm"]}
}

test_the_same_name_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([metric, alarm({"namespace": "AWS/IoT", "metric_name": "offline"})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "fail", "watched-by-no-alarm"]}
}

test_an_alarm_on_something_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([metric, alarm({"namespace": "AWS/IoTFleetMetrics", "metric_name": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}

test_opaque_state_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.cc("r", "AWS::IoT::FleetMetric", fx.opaque)])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "opaque-document"]}
}

test_a_namespace_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([metric, alarm({"namespace": fx.expression, "metric_name": "offline"})])
	fx.verdicts(findings) == {["aws_cloudcontrolapi_resource.r", "unknown", "expression-unresolved"]}
}
