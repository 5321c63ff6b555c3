package bulwark.rules_test.lambda_code_signed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_code_signed as rule

test_signed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"code_signing_config_arn": fx.ref("aws_lambda_code_signing_config.c")})])
	fx.verdicts(findings) == set()
}

test_unsigned_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": "Zip"})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
}

test_default_package_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "fail", "absent"]}
}

test_container_image_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": "Image"})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "not-applicable", "container-image"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"code_signing_config_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}

test_unresolved_package_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": fx.expression})])
	fx.verdicts(findings) == {["aws_lambda_function.f", "unknown", "expression-unresolved"]}
}

test_unresolved_package_that_is_signed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_function.f", {"package_type": fx.expression, "code_signing_config_arn": fx.ref("aws_lambda_code_signing_config.c")})])
	fx.verdicts(findings) == set()
}
