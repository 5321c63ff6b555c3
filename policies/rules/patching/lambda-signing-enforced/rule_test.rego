package bulwark.rules_test.lambda_signing_enforced

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.lambda_signing_enforced as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_code_signing_config.x", {"policies": [{"untrusted_artifact_on_deployment": "Enforce"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_code_signing_config.x", {})])
	fx.verdicts(findings) == {["aws_lambda_code_signing_config.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_code_signing_config.x", {"policies": [{"untrusted_artifact_on_deployment": "Warn"}]})])
	fx.verdicts(findings) == {["aws_lambda_code_signing_config.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_lambda_code_signing_config.x", {"policies": [{"untrusted_artifact_on_deployment": fx.expression}]})])
	fx.verdicts(findings) == {["aws_lambda_code_signing_config.x", "unknown", "expression-unresolved"]}
}
