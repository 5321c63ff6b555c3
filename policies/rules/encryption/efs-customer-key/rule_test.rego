package bulwark.rules_test.efs_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.efs_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"kms_key_id": fx.ref("aws_kms_key.k"), "encrypted": true})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"encrypted": true})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"kms_key_id": "alias/aws/x", "encrypted": true})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"kms_key_id": fx.expression, "encrypted": true})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "unknown", "expression-unresolved"]}
}

test_plain_is_not_applicable if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "not-applicable", "not-encrypted"]}
}
