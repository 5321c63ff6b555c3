package bulwark.rules_test.backup_plan_retention

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.backup_plan_retention as rule

test_five_weeks_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_plan.x", {"rule": [{"lifecycle": [{"delete_after": 35}]}]})])
	fx.verdicts(findings) == set()
}

test_for_ever_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_plan.x", {"rule": [{}]})])
	fx.verdicts(findings) == set()
}

test_a_week_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_plan.x", {"rule": [{"lifecycle": [{"delete_after": 7}]}]})])
	fx.verdicts(findings) == {["aws_backup_plan.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_plan.x", {"rule": [{"lifecycle": [{"delete_after": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_backup_plan.x", "unknown", "expression-unresolved"]}
}
