package bulwark.rules_test.iam_password_reuse

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_password_reuse as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"password_reuse_prevention": 24})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"password_reuse_prevention": 23})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"password_reuse_prevention": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "unknown", "expression-unresolved"]}
}
