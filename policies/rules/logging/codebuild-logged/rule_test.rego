package bulwark.rules_test.codebuild_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_logged as rule

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {})])
	fx.verdicts(findings) == set()
}

test_both_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"logs_config": [{"cloudwatch_logs": [{"status": "DISABLED"}]}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "disabled"]}
}

test_logs_in_s3_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"logs_config": [{"cloudwatch_logs": [{"status": "DISABLED"}], "s3_logs": [{"status": "ENABLED"}]}]})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"logs_config": [{"cloudwatch_logs": [{"status": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "unknown", "expression-unresolved"]}
}
