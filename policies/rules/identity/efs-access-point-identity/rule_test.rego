package bulwark.rules_test.efs_access_point_identity

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.efs_access_point_identity as rule

test_set_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"posix_user": [{"uid": "x"}]})])
	fx.verdicts(findings) == set()
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "fail", "absent"]}
}

test_reference_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"posix_user": [{"uid": fx.ref("aws_x.y")}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"posix_user": [{"uid": fx.expression}]})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "unknown", "expression-unresolved"]}
}

test_root_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"posix_user": [{"uid": 0, "gid": 0}]})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "fail", "root-user"]}
}
