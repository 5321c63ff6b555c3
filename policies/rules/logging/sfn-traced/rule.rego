# METADATA
# title: "State machines can be followed"
# description: >-
#   A trace shows which step was slow or failed, and what it reached.
# related_resources:
#   - ref: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
#     description: "X-Ray and Step Functions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sfn_state_machine
#     description: "aws_sfn_state_machine"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_sfn_state_machine"]
#   obligations: [OBL-CONS-1]
#   equivalents:
#     checkov: ["CKV_AWS_284"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-SF2"]
#     security_hub: []
#     regula: []
#   expected: >-
#     tracing_configuration.enabled is true.
#   fix:
#     terraform: >-
#       tracing_configuration { enabled = true }
#   since: "0.1.0"
package bulwark.rules.sfn_traced

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sfn_state_machine")
	some fact in judge.enabled(r, ["tracing_configuration", "enabled"], false)
}
