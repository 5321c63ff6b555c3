package bulwark.rules_test.ebs_volume_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ebs_volume_encrypted as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": false})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "fail", "disabled"]}
}

test_account_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {}), fx.res("aws_ebs_encryption_by_default.d", {"enabled": true})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_volume.v", {"encrypted": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_volume.v", "unknown", "expression-unresolved"]}
}
