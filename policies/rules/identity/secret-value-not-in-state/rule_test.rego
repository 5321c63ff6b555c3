package bulwark.rules_test.secret_value_not_in_state

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.secret_value_not_in_state as rule

test_write_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_version.x", {"secret_string_wo_version": 1})])
	fx.verdicts(findings) == set()
}

test_string_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_secretsmanager_secret_version.x", {"secret_string": {"$unknown": "sensitive", "refs": []}})])
	fx.verdicts(findings) == {["aws_secretsmanager_secret_version.x", "fail", "secret-in-state"]}
}

test_secure_parameter_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": "SecureString", "value": "x"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.p", "fail", "secret-in-state"]}
}

test_plain_parameter_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": "String", "value": "x"})])
	fx.verdicts(findings) == set()
}

test_unresolved_type_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.p", {"type": fx.expression, "value": "x"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.p", "unknown", "expression-unresolved"]}
}
