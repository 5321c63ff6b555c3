# METADATA
# title: "Identity pools choose the role themselves"
# description: >-
#   In the classic flow the client names the role it wants and gets it without the scope-down that the enhanced
#   flow adds.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
#     description: "Flows of identity pools"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
#     description: "aws_cognito_identity_pool"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_cognito_identity_pool"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     allow_classic_flow is not true.
#   fix:
#     terraform: >-
#       allow_classic_flow = false
#   since: "0.1.0"
package bulwark.rules.cognito_no_classic_flow

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cognito_identity_pool")
	some fact in judge.off(r, ["allow_classic_flow"], "classic-flow")
}
