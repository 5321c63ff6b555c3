package bulwark.rules_test.iot_topic_rule_live_services

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_live_services as rule

lifecycle := {"services": [
	{"service": "Events", "status": "ended", "on": "2026-05-20", "topicRuleActions": ["iot_events"]},
	{"service": "Analytics", "status": "ended", "on": "2025-12-15", "topicRuleActions": ["iot_analytics"]},
	{"on": "2025-07-31"},
	{"service": "Later", "status": "ended", "on": "2027-05-01", "topicRuleActions": ["kinesis"]},
]}

test_a_date_to_come_passes if {
	findings := rule.findings with input as fx.dossier([fx.res("aws_iot_topic_rule.r", {"kinesis": [{"stream_name": "x"}]})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == set()
}

test_firehose_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"firehose": [{"role_arn": "x"}]})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == set()
}

test_events_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"iot_events": [{"input_name": "x"}]})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "service-ended"]}
}

test_analytics_as_error_action_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": [{"iot_analytics": [{"channel_name": "x"}]}]})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "service-ended"]}
}

test_unresolved_error_action_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": fx.expression})]) with data.lifecycle as lifecycle
	fx.verdicts(findings) == set()
}

test_the_service_is_told_with_its_date if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"iot_events": [{"input_name": "x"}]})]) with data.lifecycle as lifecycle
	{[fact.path, fact.actual] | some fact in findings} == {["iot_events", "Events (ended, 2026-05-20)"]}
}

test_a_block_that_nobody_knows_is_unknown if {
	every values, path in {{"iot_events": fx.expression}: "iot_events", {"error_action": [{"iot_analytics": fx.expression}]}: "error_action.iot_analytics"} {
		findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", values)]) with data.lifecycle as lifecycle
		{[fact.verdict, fact.path] | some fact in findings} == {["unknown", path]}
	}
}
