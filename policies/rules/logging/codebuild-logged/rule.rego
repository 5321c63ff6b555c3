# METADATA
# title: "Builds leave a log"
# description: >-
#   The log of a build is what remains to tell how an image came to be. CloudWatch Logs is on unless the project
#   says otherwise; logs in S3 will do as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
#     description: "Logs of a build"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-4
#     description: "CodeBuild.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/codebuild_project
#     description: "aws_codebuild_project"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_codebuild_project"]
#   obligations: [OBL-CONS-5, OBL-SDLC-10]
#   equivalents:
#     checkov: ["CKV_AWS_314"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CodeBuild.4"]
#     regula: []
#   expected: >-
#     logs_config leaves CloudWatch Logs or logs in S3 enabled.
#   fix:
#     terraform: >-
#       logs_config { cloudwatch_logs { status = "ENABLED" } }
#   since: "0.1.0"
package bulwark.rules.codebuild_logged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_codebuild_project")
	not is_on(stored(r))
	not is_on(streamed(r))
	some fact in facts(r)
}

facts(r) := [result.fail(r, "logs_config.cloudwatch_logs.status", streamed(r), "disabled")] if count(hidden(r)) == 0

facts(r) := [result.unknown(r, "logs_config", value) | some value in hidden(r)] if count(hidden(r)) > 0

hidden(r) := [value |
	some value in [streamed(r), stored(r)]
	tf.is_unknown(value)
]

# https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
streamed(r) := default_to(tf.dig(r.values, ["logs_config", "cloudwatch_logs", "status"]), "ENABLED")

stored(r) := default_to(tf.dig(r.values, ["logs_config", "s3_logs", "status"]), "DISABLED")

default_to(null, default_value) := default_value

default_to(value, _) := value if not is_null(value)

is_on("ENABLED")
