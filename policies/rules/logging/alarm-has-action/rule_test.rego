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
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), fx.res("aws_cloudwatch_composite_alarm.c", {"alarm_rule": "ALARM(cpu) AND ALARM(mem)", "alarm_actions": ["t"]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unresolved_switch_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": ["a"], "actions_enabled": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

composite(values) := fx.res("aws_cloudwatch_composite_alarm.c", values)

test_each_way_to_name_a_part_passes if {
	every rule_text in [
		`ALARM("cpu")`,
		"NOT OK( cpu )",
		"INSUFFICIENT_DATA(cpu) OR ALARM(mem)",
		"ALARM(arn:aws:cloudwatch:eu-central-1:111122223333:alarm:cpu)",
		`(ALARM("arn:aws:cloudwatch:eu-central-1:111122223333:alarm:cpu") OR ALARM(mem)) AND NOT OK(disk)`,
		fx.template("ALARM(${aws_cloudwatch_metric_alarm.a.alarm_name})", ["aws_cloudwatch_metric_alarm.a"]),
	] {
		findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), composite({"alarm_rule": rule_text, "alarm_actions": ["t"]})])
		fx.verdicts(findings) == set()
	}
}

test_a_part_of_a_name_is_no_part_of_the_composite if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "c"}), composite({"alarm_rule": "ALARM(cpu) OR ALARM(m-c)", "alarm_actions": ["t"]})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "absent"]}
}

test_a_composite_that_tells_nobody_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), composite({"alarm_rule": "ALARM(cpu)"})])
	fx.verdicts(findings) == {["aws_cloudwatch_composite_alarm.c", "fail", "absent"]}
}

test_a_composite_switched_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), composite({"alarm_rule": "ALARM(cpu)", "alarm_actions": ["t"], "actions_enabled": false})])
	fx.verdicts(findings) == {["aws_cloudwatch_composite_alarm.c", "fail", "disabled"]}
}

test_a_composite_of_composites_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_composite_alarm.inner", {"alarm_name": "inner", "alarm_rule": "ALARM(x)"}), composite({"alarm_rule": "ALARM(inner)", "alarm_actions": ["t"]})])
	fx.verdicts(findings) == set()
}

test_a_rule_that_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), composite({"alarm_rule": fx.expression, "alarm_actions": ["t"]})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

test_quotes_hold_spaces_and_parentheses if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu (high)"}), composite({"alarm_rule": `ALARM("cpu (high)")`, "alarm_actions": ["t"]})])
	fx.verdicts(findings) == set()
}

test_a_name_may_hold_spaces_without_quotes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu high"}), composite({"alarm_rule": "ALARM( cpu high ) OR ALARM(mem)", "alarm_actions": ["t"]})])
	fx.verdicts(findings) == set()
}

test_a_part_switched_off_leaves_the_telling_to_its_composite if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu", "actions_enabled": false, "alarm_actions": ["t"]}), composite({"alarm_rule": "ALARM(cpu)", "alarm_actions": ["t"]})])
	fx.verdicts(findings) == set()
}

test_one_of_several_parts_by_reference_passes if {
	rule_text := fx.template("ALARM(${aws_cloudwatch_metric_alarm.a[0].alarm_name})", ["aws_cloudwatch_metric_alarm.a"])
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a[0]", {"alarm_name": "cpu"}), composite({"alarm_rule": rule_text, "alarm_actions": ["t"]})])
	fx.verdicts(findings) == set()
}

test_actions_that_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_actions": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "unknown", "expression-unresolved"]}
}

test_a_composite_whose_own_rule_nobody_can_read_does_not_name_itself if {
	findings := rule.findings with input as fx.stack([composite({"alarm_rule": fx.expression})])
	fx.verdicts(findings) == {["aws_cloudwatch_composite_alarm.c", "fail", "absent"]}
}

test_a_rule_that_leads_to_other_alarms_names_those_alone if {
	every other in ["aws_cloudwatch_metric_alarm.b", "aws_cloudwatch_composite_alarm.d"] {
		findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_metric_alarm.a", {"alarm_name": "cpu"}), composite({"alarm_rule": fx.template("ALARM(${x})", [other]), "alarm_actions": ["t"]})])
		fx.verdicts(findings) == {["aws_cloudwatch_metric_alarm.a", "fail", "absent"]}
	}
}

test_one_instance_by_reference_is_that_one if {
	rule_text := fx.template("ALARM(${x})", [`aws_cloudwatch_metric_alarm.a["cpu"]`])
	findings := rule.findings with input as fx.stack([
		fx.res(`aws_cloudwatch_metric_alarm.a["cpu"]`, {"alarm_name": "cpu"}),
		fx.res(`aws_cloudwatch_metric_alarm.a["mem"]`, {"alarm_name": "mem"}),
		composite({"alarm_rule": rule_text, "alarm_actions": ["t"]}),
	])
	fx.verdicts(findings) == {[`aws_cloudwatch_metric_alarm.a["mem"]`, "fail", "absent"]}
}
