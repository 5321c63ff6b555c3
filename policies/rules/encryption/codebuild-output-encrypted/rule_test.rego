package bulwark.rules_test.codebuild_output_encrypted

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.codebuild_output_encrypted as rule

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"artifacts": [{"type": "S3"}]})])
	fx.verdicts(findings) == set()
}

test_artifacts_in_the_clear_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"artifacts": [{"type": "S3", "encryption_disabled": true}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "encryption-switched-off"]}
}

test_logs_in_the_clear_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"logs_config": [{"s3_logs": [{"status": "ENABLED", "encryption_disabled": true}]}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "encryption-switched-off"]}
}

test_second_artifacts_in_the_clear_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"secondary_artifacts": [{"encryption_disabled": false}, {"encryption_disabled": true}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "fail", "encryption-switched-off"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.x", {"artifacts": [{"encryption_disabled": fx.expression}]})])
	fx.verdicts(findings) == {["aws_codebuild_project.x", "unknown", "expression-unresolved"]}
}

test_two_faults_are_two if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.r", {"artifacts": [{"encryption_disabled": true}], "logs_config": [{"s3_logs": [{"status": "ENABLED", "encryption_disabled": true}]}]})])
	fx.details(findings) == {["aws_codebuild_project.r", "artifacts.encryption_disabled"], ["aws_codebuild_project.r", "logs_config.s3_logs.encryption_disabled"]}
}

test_a_project_without_artifacts_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_project.p", {"artifacts": [{"type": "NO_ARTIFACTS", "encryption_disabled": true}]})])
	fx.verdicts(findings) == set()
}

test_reports_in_the_clear_fail if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_report_group.g", {"export_config": [{"type": "S3", "s3_destination": [{"encryption_disabled": true}]}]})])
	fx.verdicts(findings) == {["aws_codebuild_report_group.g", "fail", "encryption-switched-off"]}
}

test_reports_that_stay_in_the_service_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_codebuild_report_group.g", {"export_config": [{"type": "NO_EXPORT"}]})])
	fx.verdicts(findings) == set()
}

logs(values) := fx.res("aws_codebuild_project.p", {"logs_config": [{"s3_logs": [object.union({"encryption_disabled": true}, values)]}]})

test_logs_that_are_not_kept_are_not_in_the_clear if {
	every values in [{}, {"status": "DISABLED"}] {
		findings := rule.findings with input as fx.stack([logs(values)])
		fx.verdicts(findings) == set()
	}
}

test_logs_that_may_be_kept_in_the_clear_are_unknown if {
	findings := rule.findings with input as fx.stack([logs({"status": fx.expression})])
	fx.verdicts(findings) == {["aws_codebuild_project.p", "unknown", "expression-unresolved"]}
}
