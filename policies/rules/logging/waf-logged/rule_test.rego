package bulwark.rules_test.waf_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.waf_logged as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.ref("aws_wafv2_web_acl.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.ref("aws_wafv2_web_acl.other")})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {}), fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "reference-unresolved"]}
}

logging(filter) := fx.stack([fx.res("aws_wafv2_web_acl_logging_configuration.y", {"logging_filter": filter})])

keeping(behavior, action) := {"behavior": behavior, "requirement": "MEETS_ANY", "condition": [{"action_condition": [{"action": action}]}]}

test_filter_that_drops_what_was_refused_fails if {
	every filter in [
		[{"default_behavior": "KEEP", "filter": [keeping("DROP", "BLOCK")]}],
		[{"default_behavior": "DROP", "filter": [keeping("KEEP", "COUNT")]}],
	] {
		findings := rule.findings with input as logging(filter)
		fx.verdicts(findings) == {["aws_wafv2_web_acl_logging_configuration.y", "fail", "refused-not-recorded"]}
	}
}

test_filter_that_keeps_what_was_refused_passes if {
	every filter in [
		[{"default_behavior": "DROP", "filter": [keeping("KEEP", "BLOCK")]}],
		[{"default_behavior": "KEEP", "filter": [keeping("DROP", "ALLOW")]}],
	] {
		findings := rule.findings with input as logging(filter)
		fx.verdicts(findings) == set()
	}
}

test_unresolved_filter_is_unknown if {
	findings := rule.findings with input as logging([{"default_behavior": "DROP", "filter": [keeping("KEEP", fx.expression)]}])
	fx.verdicts(findings) == {["aws_wafv2_web_acl_logging_configuration.y", "unknown", "expression-unresolved"]}
}

# A request that was refused and carries a label.
labelled(behavior, requirement) := {"behavior": behavior, "requirement": requirement, "condition": [
	{"action_condition": [{"action": "BLOCK"}]},
	{"label_name_condition": [{"label_name": "x"}]},
]}

test_a_part_of_what_was_refused_may_be_dropped if {
	findings := rule.findings with input as logging([{"default_behavior": "KEEP", "filter": [labelled("DROP", "MEETS_ALL")]}])
	fx.verdicts(findings) == set()
}

test_all_that_was_refused_and_more_may_not_be_dropped if {
	findings := rule.findings with input as logging([{"default_behavior": "KEEP", "filter": [labelled("DROP", "MEETS_ANY")]}])
	fx.verdicts(findings) == {["aws_wafv2_web_acl_logging_configuration.y", "fail", "refused-not-recorded"]}
}

test_one_condition_is_all_of_its_conditions if {
	only := object.union(keeping("DROP", "BLOCK"), {"requirement": "MEETS_ALL"})
	findings := rule.findings with input as logging([{"default_behavior": "KEEP", "filter": [only]}])
	fx.verdicts(findings) == {["aws_wafv2_web_acl_logging_configuration.y", "fail", "refused-not-recorded"]}
}

test_a_configuration_without_a_filter_keeps_all if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl_logging_configuration.y", {"resource_arn": "a"})])
	fx.verdicts(findings) == set()
}
