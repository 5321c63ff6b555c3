# METADATA
# title: "Runtime patches reach functions by themselves"
# description: >-
#   With update_runtime_on = Manual a function keeps one runtime build for ever, and AWS's security patches pass it
#   by. Auto is the default, FunctionUpdate patches at the next deployment.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html
#     description: "Runtime updates"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_runtime_management_config
#     description: "aws_lambda_runtime_management_config"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_lambda_runtime_management_config"]
#   obligations: [OBL-SDLC-6, OBL-CONS-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     update_runtime_on is Auto or FunctionUpdate.
#   fix:
#     terraform: >-
#       update_runtime_on = "Auto"
#     construct: >-
#       NodeFunction sets it.
#   since: "0.1.0"
package bulwark.rules.lambda_runtime_updates

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_runtime_management_config")
	some fact in judge.one_of(r, ["update_runtime_on"], {"Auto", "FunctionUpdate"}, "Auto")
}
