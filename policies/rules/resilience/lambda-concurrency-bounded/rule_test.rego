package bulwark.rules_test.lambda_concurrency_bounded

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_concurrency_bounded as rule

test_bounded_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"reserved_concurrent_executions": 20})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "absent"]}
}

test_unreserved_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"reserved_concurrent_executions": -1})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "fail", "below-baseline"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.x", {"reserved_concurrent_executions": fx.expression})])
	fx.verdicts(findings) == {["aws_lambda_function.x", "unknown", "expression-unresolved"]}
}
