package bulwark.rules_test.iot_thing_type_support_period

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_thing_type_support_period as rule

test_dated_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_type.t", {"tags": {"bulwark:support-until": "2032-06-30"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_untagged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_type.t", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_type.t", "fail", "absent"]}
}

test_words_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_type.t", {"tags": {"bulwark:support-until": "five years"}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_type.t", "fail", "not-a-date"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_type.t", {"tags": {"bulwark:support-until": fx.expression}})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_type.t", "unknown", "expression-unresolved"]}
}

test_unresolved_tags_are_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_thing_type.t", {"tags": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_thing_type.t", "unknown", "expression-unresolved"]}
}
