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

copied(days) := fx.stack([fx.res("aws_backup_plan.x", {"rule": [{"lifecycle": [{"delete_after": 35}], "copy_action": [{"lifecycle": [{"delete_after": days}]}]}]})])

test_a_copy_of_a_day_fails if {
	findings := rule.findings with input as copied(1)
	fx.verdicts(findings) == {["aws_backup_plan.x", "fail", "below-baseline"]}
	fx.details(findings) == {["aws_backup_plan.x", "0.copy_action.0"]}
}

test_a_copy_that_is_kept_passes if {
	every days in [35, null, 0] {
		findings := rule.findings with input as copied(days)
		fx.verdicts(findings) == set()
	}
}

test_an_unresolved_copy_is_unknown if {
	findings := rule.findings with input as copied(fx.expression)
	fx.verdicts(findings) == {["aws_backup_plan.x", "unknown", "expression-unresolved"]}
}
