package bulwark.rules_test.snapshot_public_access_blocked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.snapshot_public_access_blocked as rule

test_blocked_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_block_public_access.x", {"state": "block-all-sharing"})])
	fx.verdicts(findings) == set()
}

test_unblocked_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_block_public_access.x", {"state": "unblocked"})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_block_public_access.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ebs_snapshot_block_public_access.x", {"state": fx.expression})])
	fx.verdicts(findings) == {["aws_ebs_snapshot_block_public_access.x", "unknown", "expression-unresolved"]}
}
