package bulwark.rules_test.codebuild_not_privileged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_not_privileged as rule

test_off_codebuild_project_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"environment": {"privileged_mode": false}})])
	fx.verdicts(findings) == set()
}

test_default_codebuild_project_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {})])
	fx.verdicts(findings) == set()
}

test_on_codebuild_project_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"environment": {"privileged_mode": true}})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "privileged"]}
}

test_unresolved_codebuild_project_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"environment": {"privileged_mode": fx.expression}})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "unknown", "expression-unresolved"]}
}
