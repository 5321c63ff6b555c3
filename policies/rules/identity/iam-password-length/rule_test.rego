package bulwark.rules_test.iam_password_length

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iam_password_length as rule

test_enough_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"minimum_password_length": 14})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "fail", "absent"]}
}

test_too_little_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"minimum_password_length": 13})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iam_account_password_policy.x", {"minimum_password_length": fx.expression})])
	fx.verdicts(findings) == {["aws_iam_account_password_policy.x", "unknown", "expression-unresolved"]}
}
