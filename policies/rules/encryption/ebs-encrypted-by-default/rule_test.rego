package bulwark.rules_test.ebs_encrypted_by_default

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ebs_encrypted_by_default as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_encryption_by_default.x", {"enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_encryption_by_default.x", {})])
	fx.verdicts(findings) == set()
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_encryption_by_default.x", {"enabled": false})])
	fx.verdicts(findings) == {["aws_ebs_encryption_by_default.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_encryption_by_default.x", {"enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_encryption_by_default.x", "unknown", "expression-unresolved"]}
}
