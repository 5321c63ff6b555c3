package bulwark.rules_test.ssm_patch_approval_delay

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_patch_approval_delay as rule

test_a_week_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"approval_rule": [{"approve_after_days": 7}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_rule_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "absent"]}
}

test_a_month_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"approval_rule": [{"approve_after_days": 30}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "above-baseline"]}
}

test_a_date_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"approval_rule": [{"approve_until_date": "2026-01-01"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "fail", "frozen"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_patch_baseline.b", {"approval_rule": [{"approve_after_days": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_ssm_patch_baseline.b", "unknown", "expression-unresolved"]}
}
