package bulwark.rules_test.ssm_parameter_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ssm_parameter_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"key_id": fx.ref("aws_kms_key.k"), "type": "SecureString"})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": "SecureString"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"key_id": "alias/aws/x", "type": "SecureString"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"key_id": fx.expression, "type": "SecureString"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "unknown", "expression-unresolved"]}
}

test_plain_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": "String"})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "not-applicable", "not-encrypted"]}
}

test_a_type_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": fx.expression})])
	fx.verdicts(findings) == {["aws_ssm_parameter.x", "unknown", "expression-unresolved"]}
}

test_a_key_is_right_for_every_type if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ssm_parameter.x", {"type": fx.expression, "key_id": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}
