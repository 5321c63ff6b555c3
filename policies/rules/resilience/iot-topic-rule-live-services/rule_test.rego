package bulwark.rules_test.iot_topic_rule_live_services

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_live_services as rule

test_firehose_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"firehose": [{"role_arn": "x"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_events_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"iot_events": [{"input_name": "x"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "service-ended"]}
}

test_analytics_as_error_action_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": [{"iot_analytics": [{"channel_name": "x"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "service-ended"]}
}

test_unresolved_error_action_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
