package bulwark.rules_test.codebuild_not_public

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_not_public as rule

test_private_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.p", {"project_visibility": "PRIVATE"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.p", {})])
	fx.verdicts(findings) == set()
}

test_public_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.p", {"project_visibility": "PUBLIC_READ"})])
	fx.verdicts(findings) == {["aws_codebuild_project.p", "fail", "public"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.p", {"project_visibility": fx.expression})])
	fx.verdicts(findings) == {["aws_codebuild_project.p", "unknown", "expression-unresolved"]}
}
