# METADATA
# title: "What a build puts out is encrypted"
# description: >-
#   Artifacts, logs and reports of a build are encrypted unless somebody switches it off. What a build puts out is on its
#   way to devices, and its log repeats what the build was given.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
#     description: "Encryption in CodeBuild"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-3
#     description: "CodeBuild.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_report_group
#     description: "aws_codebuild_report_group"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_codebuild_project", "aws_codebuild_report_group"]
#   obligations: [OBL-DATA-7, OBL-SDLC-8]
#   equivalents:
#     checkov: ["CKV_AWS_78", "CKV_AWS_311"]
#     trivy: ["AWS-0018"]
#     kics: []
#     cdk_nag: ["AwsSolutions-CB4"]
#     security_hub: ["CodeBuild.3", "CodeBuild.7"]
#     regula: []
#   expected: >-
#     encryption_disabled is true nowhere.
#   fix:
#     terraform: >-
#       Remove encryption_disabled.
#   since: "0.1.0"
package bulwark.rules.codebuild_output_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_codebuild_project")
	tf.dig(r.values, ["artifacts", "type"]) != "NO_ARTIFACTS"
	some fact in judge.off(r, ["artifacts", "encryption_disabled"], "encryption-switched-off")
}

findings contains result.by_path(fact) if {
	some r in tf.resources("aws_codebuild_project")
	some fact in of_logs(r, tf.dig(r.values, ["logs_config", "s3_logs", "status"]))
}

# Logs go to a bucket only where that is switched on: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html
of_logs(r, "ENABLED") := judge.off(r, logs, "encryption-switched-off")

of_logs(r, status) := [result.unknown(r, "logs_config.s3_logs.status", status) | some _ in judge.off(r, logs, "encryption-switched-off")] if tf.is_unknown(status)

logs := ["logs_config", "s3_logs", "encryption_disabled"]

findings contains fact if {
	some r in tf.resources("aws_codebuild_report_group")
	some fact in judge.off(r, ["export_config", "s3_destination", "encryption_disabled"], "encryption-switched-off")
}

findings contains result.with_detail(fact, format_int(index, 10)) if {
	some r in tf.resources("aws_codebuild_project")
	some index, artifacts in tf.list(object.get(r.values, "secondary_artifacts", null))
	value := tf.step(artifacts, "encryption_disabled")
	some fact in judge.value_off(r, "secondary_artifacts.encryption_disabled", value, "encryption-switched-off")
}
