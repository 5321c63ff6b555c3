package bulwark.rules_test.iot_topic_rule_sql_version

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_sql_version as rule

test_current_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql_version": "2016-03-23"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_first_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql_version": "2015-10-08"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "not-allowed"]}
}

test_beta_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql_version": "beta"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"sql_version": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
}
