package bulwark.rules_test.waf_has_rules

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.waf_has_rules as rule

test_one_rule_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule": [{"name": "a"}]})])
	fx.verdicts(findings) == set()
}

test_json_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": "[{}]"})])
	fx.verdicts(findings) == set()
}

test_none_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"rule_json": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_empty_json_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"default_action": [{"allow": [{}]}], "rule_json": "[]"})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "fail", "absent"]}
}

test_blocking_by_default_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"default_action": [{"block": [{}]}]})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "not-applicable", "blocks-by-default"]}
}

test_unresolved_default_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"default_action": fx.expression})])
	fx.verdicts(findings) == {["aws_wafv2_web_acl.x", "unknown", "expression-unresolved"]}
}

test_rules_pass_whatever_the_default if {
	every action in [[{"block": [{}]}], [{"allow": [{}]}], fx.expression] {
		findings := rule.findings with input as fx.stack([fx.res("aws_wafv2_web_acl.x", {"default_action": action, "rule": [{"name": "a"}]})])
		fx.verdicts(findings) == set()
	}
}
