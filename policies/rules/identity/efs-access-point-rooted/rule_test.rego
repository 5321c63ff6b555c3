package bulwark.rules_test.efs_access_point_rooted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.efs_access_point_rooted as rule

test_own_folder_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"root_directory": [{"path": "/worker"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "fail", "absent"]}
}

test_whole_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"root_directory": [{"path": "/"}]})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "fail", "whole-file-system"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"root_directory": [{"path": fx.expression}]})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "unknown", "expression-unresolved"]}
}

test_an_empty_path_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_efs_access_point.x", {"root_directory": [{"path": ""}]})])
	fx.verdicts(findings) == {["aws_efs_access_point.x", "fail", "absent"]}
}
