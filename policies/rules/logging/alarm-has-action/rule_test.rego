package bulwark.rules_test.alarm_has_action

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.alarm_has_action as rule

test_action_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": [fx.ref("aws_sns_topic.t")]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "absent"]}
}

test_empty_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": []})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "absent"]}
}

test_switched_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": ["a"], "actions_enabled": false})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "disabled"]}
}

test_part_of_a_composite_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), fx.res("aws_cloudwatch_composite_alarm.c", {"alarm_rule": "ALARM(cpu) AND ALARM(mem)"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unresolved_switch_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": ["a"], "actions_enabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}
