package bulwark.rules_test.waf_known_bad_inputs

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.waf_known_bad_inputs as rule

test_group_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS"}]}]}]})])
	fx.verdicts(findings) == set()
}

test_other_group_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_no_rules_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_counting_only_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"count": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS"}]}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "lets-through"]}
}

test_log4j_only_counted_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS", "rule_action_override": [{"name": "Log4JRCE_HEADER", "action_to_use": [{"count": [{}]}]}]}]}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "lets-through"]}
}

test_other_rule_counted_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS", "rule_action_override": [{"name": "Host_localhost_HEADER", "action_to_use": [{"count": [{}]}]}]}]}]}]})])
	fx.verdicts(findings) == set()
}

in_json(override, overrides) := json.marshal([{
	"Name": "known-bad",
	"OverrideAction": override,
	"Statement": {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": "AWSManagedRulesKnownBadInputsRuleSet", "RuleActionOverrides": overrides}},
}])

test_json_is_judged_like_blocks if {
	good := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": in_json({"None": {}}, [])})])
	fx.verdicts(good) == set()
	counted := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": in_json({"Count": {}}, [])})])
	fx.verdicts(counted) == {["aws_wafv2_web_acl.x", "fail", "lets-through"]}
	overridden := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": in_json({"None": {}}, [{"Name": "Log4JRCE_BODY", "ActionToUse": {"Count": {}}}])})])
	fx.verdicts(overridden) == {["aws_wafv2_web_acl.x", "fail", "lets-through"]}
	other := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": json.marshal([{"Name": "AWSManagedRulesKnownBadInputsRuleSet"}])})])
	fx.verdicts(other) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_text_that_is_no_json_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": "[{AWSManagedRulesKnownBadInputsRuleSet}]"})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "opaque-document"]}
}

test_unresolved_group_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": fx.expression, "vendor_name": "AWS"}]}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_unresolved_json_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_an_override_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "known-bad", "override_action": fx.expression, "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "vendor_name": "AWS"}]}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

group(overrides) := {"name": "known-bad", "override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesKnownBadInputsRuleSet", "rule_action_override": overrides}]}]}

test_an_override_that_nobody_knows_is_unknown if {
	every override in [fx.expression, {"name": fx.expression, "action_to_use": [{"count": [{}]}]}, {"name": "Log4JRCE_BODY", "action_to_use": fx.expression}] {
		findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [group([override])]})])
		fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
	}
}

test_an_override_of_another_rule_that_nobody_knows_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [group([{"name": "Host_localhost_HEADER", "action_to_use": fx.expression}])]})])
	fx.verdicts(findings) == set()
}

test_the_group_as_it_is_passes_whatever_stands_beside_it if {
	other := {"name": "other", "override_action": fx.expression, "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet"}]}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [group([]), other, fx.expression]})])
	fx.verdicts(findings) == set()
}

test_another_group_unresolved_is_none_of_it if {
	other := {"name": "other", "override_action": fx.expression, "statement": [{"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet"}]}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [other]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_a_count_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [object.union(group([]), {"override_action": [{"count": fx.expression}]})]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_log4j_blocked_by_an_override_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [group([{"name": "Log4JRCE_BODY", "action_to_use": [{"block": [{}], "count": []}]}])]})])
	fx.verdicts(findings) == set()
}
