# METADATA
# title: "Function addresses ask who calls"
# description: >-
#   With NONE anybody who finds the address runs the function, on your account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
#     description: "Access to function URLs"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function_url
#     description: "aws_lambda_function_url"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_lambda_function_url"]
#   obligations: [OBL-IAM-1, OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_258"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     authorization_type is AWS_IAM.
#   fix:
#     terraform: >-
#       authorization_type = "AWS_IAM"
#   since: "0.1.0"
package bulwark.rules.lambda_url_authorized

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_function_url")
	some fact in judge.one_of(r, ["authorization_type"], allowed, null)
}

allowed := {"AWS_IAM"}
