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
