# METADATA
# title: "Functions can be followed"
# description: >-
#   PassThrough, the default, traces only what somebody before already traces. Active shows each call, its time
#   and what it reached.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
#     description: "X-Ray and Lambda"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: ["CKV_AWS_50"]
#     trivy: ["AWS-0066"]
#     kics: ["8152e0cf-d2f0-47ad-96d5-d003a76eabd1"]
#     cdk_nag: []
#     security_hub: ["Lambda.7"]
#     regula: []
#   expected: >-
#     tracing_config.mode is Active.
#   fix:
#     terraform: >-
#       tracing_config { mode = "Active" }
#     construct: >-
#       NodeFunction sets it.
#   since: "0.1.0"
package bulwark.rules.lambda_traced

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function")
	some fact in judge.one_of(r, ["tracing_config", "mode"], allowed, "PassThrough")
}

allowed := {"Active"}
