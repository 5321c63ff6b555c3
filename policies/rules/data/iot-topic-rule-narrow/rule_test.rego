package bulwark.rules_test.iot_topic_rule_narrow

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_narrow as rule

test_named_fields_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "SELECT topic(3) AS thing, temperature FROM 'dt/lock/+/telemetry'"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_select_all_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "select  * FROM 'dt/lock/+/telemetry'"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "select-all"]}
}

test_everything_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "SELECT a FROM '#'"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "broad-filter"]}
}

test_leading_plus_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "SELECT a FROM '+/telemetry'"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "broad-filter"]}
}

test_template_is_read if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": fx.template("SELECT * FROM '${var.prefix}/t'", [])})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "select-all"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
}

test_every_field_among_others_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "SELECT topic(2) AS device, * FROM 'dt/+/telemetry'"})])
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "select-all"]}
}

test_a_product_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql": "SELECT a, b * 2 AS c FROM 'dt/+/telemetry'"})])
	fx.verdicts(findings) == set()
}
