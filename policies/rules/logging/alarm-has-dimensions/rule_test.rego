package bulwark.rules_test.alarm_has_dimensions

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.alarm_has_dimensions as rule

test_bound_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/SQS", "dimensions": {"QueueName": "q"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unresolved_dimensions_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/SQS", "dimensions": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

test_own_metric_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "Fleet", "metric_name": "AuthFailures"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unbound_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/SQS", "metric_name": "x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "watches-nothing"]}
}

test_unbound_query_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"metric_query": [{"id": "m", "metric": [{"namespace": "AWS/Kinesis", "metric_name": "x"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "watches-nothing"]}
}

test_unresolved_namespace_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

test_metrics_of_the_whole_account_pass if {
	every namespace, name in {"AWS/DynamoDB": "UserErrors", "AWS/SNS": "SMSMonthToDateSpentUSD", "AWS/IoT": "CredentialExchangeSuccess"} {
		findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": namespace, "metric_name": name}), fx.res("aws_cloudwatch_metric_alarm.q", {"metric_query": [{"id": "m", "metric": [{"namespace": namespace, "metric_name": name}]}]})])
		fx.verdicts(findings) == set()
	}
}

test_the_name_of_another_namespace_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/SQS", "metric_name": "UserErrors"})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "watches-nothing"]}
}

test_an_unresolved_metric_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/IoT", "metric_name": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

test_a_query_is_told_by_its_place if {
	queries := [{"id": "e", "expression": "m1 / m2"}, {"id": "m1", "metric": [{"namespace": "AWS/SQS", "metric_name": "x"}]}, {"id": "m2", "metric": [{"namespace": "AWS/SQS", "metric_name": "x", "dimensions": {"QueueName": "q"}}]}]
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"metric_query": queries})])
	{[fact.path, fact.detail] | some fact in findings} == {["metric_query[1].metric.dimensions", "metric_query[1].metric.dimensions"]}
}

test_a_query_that_nobody_knows_is_unknown if {
	every metric, path in {
		{"namespace": fx.expression, "metric_name": "x"}: "namespace",
		{"namespace": "AWS/SQS", "metric_name": fx.expression}: "metric_name",
		{"namespace": "AWS/SQS", "metric_name": "x", "dimensions": fx.expression}: "dimensions",
		fx.expression: "namespace",
	} {
		findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"metric_query": [{"id": "m", "metric": [metric]}]})])
		{[fact.verdict, fact.path] | some fact in findings} == {["unknown", concat("", ["metric_query[0].metric.", path])]}
	}
}

test_an_account_wide_metric_passes_whatever_its_dimensions if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/IoT", "metric_name": "RulesExecuted", "dimensions": fx.expression})])
	fx.verdicts(findings) == set()
}

test_each_metric_of_the_account_passes if {
	every namespace, names in {
		"AWS/DynamoDB": [
			"AccountMaxReads", "AccountMaxWrites", "AccountMaxTableLevelReads", "AccountMaxTableLevelWrites", "AccountProvisionedReadCapacityUtilization",
			"AccountProvisionedWriteCapacityUtilization", "MaxProvisionedTableReadCapacityUtilization", "MaxProvisionedTableWriteCapacityUtilization",
		],
		"AWS/IoT": ["NumLogBatchesFailedToPublishThrottled", "NumLogEventsFailedToPublishThrottled", "RulesExecuted"],
		"AWS/SNS": ["SMSSuccessRate"],
	} {
		every name in names {
			findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": namespace, "metric_name": name})])
			fx.verdicts(findings) == set()
		}
	}
}

test_no_dimensions_at_all_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"namespace": "AWS/SQS", "metric_name": "x", "dimensions": {}})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "watches-nothing"]}
}
