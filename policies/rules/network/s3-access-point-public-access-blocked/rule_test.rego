package bulwark.rules_test.s3_access_point_public_access_blocked

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.s3_access_point_public_access_blocked as rule

test_absent_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_access_point.p", {})])
	fx.verdicts(findings) == set()
}

test_all_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_access_point.p", {"public_access_block_configuration": [{"block_public_acls": true, "block_public_policy": true}]})])
	fx.verdicts(findings) == set()
}

test_one_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_access_point.p", {"public_access_block_configuration": [{"block_public_policy": false}]})])
	fx.verdicts(findings) == {["aws_s3_access_point.p", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3_access_point.p", {"public_access_block_configuration": [{"block_public_policy": fx.expression}]})])
	fx.verdicts(findings) == {["aws_s3_access_point.p", "unknown", "expression-unresolved"]}
}

test_a_multi_region_point_that_is_open_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3control_multi_region_access_point.m", {"details": [{"public_access_block": [{"block_public_policy": false}]}]})])
	{[fact.verdict, fact.path, fact.detail] | some fact in findings} == {["fail", "details.public_access_block.block_public_policy", "block_public_policy"]}
}

test_a_multi_region_point_is_blocked_by_default if {
	findings := rule.findings with input as fx.stack([fx.res("aws_s3control_multi_region_access_point.m", {"details": [{"name": "m"}]})])
	fx.verdicts(findings) == set()
}
