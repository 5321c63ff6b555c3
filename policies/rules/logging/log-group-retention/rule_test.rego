package bulwark.rules_test.log_group_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.log_group_retention as rule

test_a_year_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.g", {"retention_in_days": 365})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.g", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.g", "fail", "absent"]}
}

test_for_ever_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.g", {"retention_in_days": 0})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.g", "fail", "never-expires"]}
}

test_a_week_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.g", {"retention_in_days": 7})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.g", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.g", {"retention_in_days": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.g", "unknown", "expression-unresolved"]}
}

test_the_class_for_delivery_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.d", {"log_group_class": "DELIVERY", "retention_in_days": 0})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.d", "not-applicable", "kept-for-delivery-only"]}
}

test_an_unresolved_class_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.d", {"log_group_class": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_cloudwatch_log_group.d", "unknown", "expression-unresolved"]}
}

test_kept_long_enough_passes_in_every_class if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_log_group.d", {"log_group_class": fx.expression, "retention_in_days": 365})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
