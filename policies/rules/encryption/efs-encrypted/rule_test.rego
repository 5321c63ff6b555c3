package bulwark.rules_test.efs_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.efs_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_file_system.x", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_efs_file_system.x", "unknown", "expression-unresolved"]}
}
