# METADATA
# title: "A security configuration of Glue encrypts all three"
# description: >-
#   A security configuration says how a job's logs, bookmarks and output are encrypted, each by itself; what it
#   leaves out is not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
#     description: "Security configurations"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/glue_security_configuration
#     description: "aws_glue_security_configuration"
# custom:
#   severity: medium
#   domain: encryption
#   resource_types: ["aws_glue_security_configuration"]
#   obligations: [OBL-DATA-7]
#   equivalents:
#     checkov: ["CKV_AWS_99"]
#     trivy: []
#     kics: ["ad5b4e97-2850-4adf-be17-1d293e0b85ee"]
#     cdk_nag: ["AwsSolutions-GL1", "AwsSolutions-GL3"]
#     security_hub: []
#     regula: []
#   expected: >-
#     Logs are SSE-KMS, bookmarks CSE-KMS, and output in S3 is not DISABLED.
#   fix:
#     terraform: >-
#       cloudwatch_encryption_mode = "SSE-KMS", job_bookmarks_encryption_mode = "CSE-KMS", s3_encryption_mode =
#       "SSE-KMS"
#   since: "0.1.0"
package bulwark.rules.glue_security_configuration_encrypted

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, part) if {
	some r in tf.resources("aws_glue_security_configuration")
	some [part, mode, allowed] in parts
	some fact in judge.one_of(r, ["encryption_configuration", part, mode], allowed, "DISABLED")
}

parts := [
	["cloudwatch_encryption", "cloudwatch_encryption_mode", {"SSE-KMS"}],
	["job_bookmarks_encryption", "job_bookmarks_encryption_mode", {"CSE-KMS"}],
	["s3_encryption", "s3_encryption_mode", {"SSE-KMS", "SSE-S3"}],
]
