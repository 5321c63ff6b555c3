package bulwark.rules_test.backup_vault_locked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.backup_vault_locked as rule

test_joined_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {}), fx.res("aws_backup_vault_lock_configuration.y", {"backup_vault_name": fx.ref("aws_backup_vault.x")})])
	fx.verdicts(findings) == set()
}

test_alone_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "fail", "absent"]}
}

test_joined_elsewhere_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {}), fx.res("aws_backup_vault_lock_configuration.y", {"backup_vault_name": fx.ref("aws_backup_vault.other")})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "fail", "absent"]}
}

test_unresolved_link_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_backup_vault.x", {}), fx.res("aws_backup_vault_lock_configuration.y", {"backup_vault_name": fx.expression})])
	fx.verdicts(findings) == {["aws_backup_vault.x", "unknown", "reference-unresolved"]}
}
