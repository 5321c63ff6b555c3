package bulwark.rules_test.waf_measured

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.waf_measured as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": true}]})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": false}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "disabled"]}
}

test_rule_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": true}], "rule": [{"visibility_config": [{"cloudwatch_metrics_enabled": false}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

in_json(enabled) := fx.stack([fx.res("aws_wafv2_web_acl.x", {
	"visibility_config": [{"cloudwatch_metrics_enabled": true}],
	"rule_json": json.marshal([{"Name": "a", "VisibilityConfig": {"CloudWatchMetricsEnabled": enabled}}]),
})])

test_json_is_judged_like_blocks if {
	off := rule.findings with input as in_json(false)
	fx.verdicts(off) == {["aws_wafv2_web_acl.x", "fail", "disabled"]}
	on := rule.findings with input as in_json(true)
	fx.verdicts(on) == set()
}

test_unresolved_json_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": true}], "rule_json": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_rules_are_told_by_their_place if {
	acl := fx.res("aws_wafv2_web_acl.x", {"visibility_config": [{"cloudwatch_metrics_enabled": true}], "rule": [{"visibility_config": [{"cloudwatch_metrics_enabled": false}]}, fx.expression]})
	findings := rule.findings with input as fx.stack([acl])
	{[fact.verdict, fact.path] | some fact in findings} == {
		["fail", "rule[0].visibility_config.cloudwatch_metrics_enabled"],
		["unknown", "rule[1].visibility_config.cloudwatch_metrics_enabled"],
	}
}

test_rule_of_a_rule_group_off_fails if {
	group := {"visibility_config": [{"cloudwatch_metrics_enabled": true}], "rule": [{"visibility_config": [{"cloudwatch_metrics_enabled": false}]}]}
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_rule_group.x", group)])
	fx.verdicts(findings) == {["aws_wafv2_rule_group.x", "fail", "disabled"]}
}
