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
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"schedule_expression": "cron(0 8 1 * ? *)"}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "not-applicable", "by-schedule"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"automatically_after_days": fx.expression}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "unknown", "expression-unresolved"]}
}

test_a_rate_is_judged if {
	every rate, expected in {"rate(10 days)": set(), "rate(90 days)": set(), "rate(999 hours)": set(), "rate(1 day)": set(), "rate(365 days)": {["aws_secretsmanager_secret_rotation.x", "fail", "above-baseline"]}} {
		findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"schedule_expression": rate}]})])
		fx.verdicts(findings) == expected
	}
}

test_an_unresolved_schedule_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_rotation.x", {"rotation_rules": [{"schedule_expression": fx.expression}]})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_rotation.x", "unknown", "expression-unresolved"]}
}
