package bulwark.rules_test.backup_vault_customer_key

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.backup_vault_customer_key as rule

test_own_key_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"kms_key_arn": fx.ref("aws_kms_key.k")})])
	fx.verdicts(findings) == set()
}

test_no_key_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "fail", "absent"]}
}

test_aws_alias_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"kms_key_arn": "alias/aws/x"})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "fail", "aws-managed-key"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"kms_key_arn": fx.expression})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "unknown", "expression-unresolved"]}
}
