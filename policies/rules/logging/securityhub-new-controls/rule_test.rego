package bulwark.rules_test.securityhub_new_controls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.securityhub_new_controls as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_securityhub_account.x", {"auto_enable_controls": true})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_securityhub_account.x", {})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_securityhub_account.x", {"auto_enable_controls": false})])
	fx.verdicts(findings) == {["aws_securityhub_account.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_securityhub_account.x", {"auto_enable_controls": fx.expression})])
	fx.verdicts(findings) == {["aws_securityhub_account.x", "unknown", "expression-unresolved"]}
}
