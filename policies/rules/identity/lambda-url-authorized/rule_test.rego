package bulwark.rules_test.lambda_url_authorized

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_url_authorized as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"authorization_type": "AWS_IAM"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {})])
	fx.verdicts(findings) == {["aws_lambda_function_url.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"authorization_type": "NONE"})])
	fx.verdicts(findings) == {["aws_lambda_function_url.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function_url.x", {"authorization_type": fx.expression})])
	fx.verdicts(findings) == {["aws_lambda_function_url.x", "unknown", "expression-unresolved"]}
}
