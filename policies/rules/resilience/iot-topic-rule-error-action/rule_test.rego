package bulwark.rules_test.iot_topic_rule_error_action

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_topic_rule_error_action as rule

test_queue_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": [{"sqs": [{"queue_url": "x"}]}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "absent"]}
}

test_empty_block_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": [{"sqs": []}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_topic_rule.r", {"error_action": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_topic_rule.r", "unknown", "expression-unresolved"]}
}
