package bulwark.rules_test.lambda_traced

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_traced as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"tracing_config": [{"mode": "Active"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"tracing_config": [{"mode": "PassThrough"}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"tracing_config": [{"mode": fx.expression}]})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "unknown", "expression-unresolved"]}
}
