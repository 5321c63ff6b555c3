package bulwark.rules_test.backup_vault_no_force_destroy

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.backup_vault_no_force_destroy as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"force_destroy": false})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"force_destroy": true})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "fail", "data-lost-on-destroy"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {"force_destroy": fx.expression})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "unknown", "expression-unresolved"]}
}
