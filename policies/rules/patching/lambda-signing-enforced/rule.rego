# METADATA
# title: "Unsigned code is refused, not just noted"
# description: >-
#   Warn, the default, writes a line into the log and runs the code all the same.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
#     description: "Code signing for Lambda"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_code_signing_config
#     description: "aws_lambda_code_signing_config"
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_lambda_code_signing_config"]
#   obligations: [OBL-SDLC-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     policies.untrusted_artifact_on_deployment is Enforce.
#   fix:
#     terraform: >-
#       policies { untrusted_artifact_on_deployment = "Enforce" }
#   since: "0.1.0"
package bulwark.rules.lambda_signing_enforced

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_lambda_code_signing_config")
	some fact in judge.one_of(r, ["policies", "untrusted_artifact_on_deployment"], allowed, "Warn")
}

allowed := {"Enforce"}
