package bulwark.rules_test.ssm_parameter_secure

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_parameter_secure as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": "SecureString"})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "fail", "absent"]}
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": "String"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": fx.expression})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "unknown", "expression-unresolved"]}
}
