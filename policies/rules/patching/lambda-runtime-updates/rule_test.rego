package bulwark.rules_test.lambda_runtime_updates

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_runtime_updates as rule

test_auto_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_runtime_management_config.c", {"update_runtime_on": "Auto"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_runtime_management_config.c", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_manual_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_runtime_management_config.c", {"update_runtime_on": "Manual"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_runtime_management_config.c", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_runtime_management_config.c", {"update_runtime_on": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_runtime_management_config.c", "unknown", "expression-unresolved"]}
}
