package bulwark.rules_test.lambda_runtime

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_runtime as rule

test_patched_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"runtime": "nodejs22.x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_deprecated_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"runtime": "nodejs14.x"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "not-allowed"]}
}

test_image_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": "Image"})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "container-image"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"runtime": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}

test_unresolved_package_type_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": fx.expression})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}
