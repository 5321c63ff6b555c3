package bulwark.rules_test.secret_rotation_interval

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.secret_rotation_interval as rule

test_a_month_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"automatically_after_days": 30}]})])
	fx.verdicts(findings) == set()
}

test_a_year_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"automatically_after_days": 365}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "fail", "above-baseline"]}
}

test_schedule_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"schedule_expression": "rate(10 days)"}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "not-applicable", "by-schedule"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"automatically_after_days": fx.expression}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "unknown", "expression-unresolved"]}
}
