# METADATA
# title: "Device policies allow by naming, not by excluding"
# description: >-
#   Allow with NotAction or NotResource grants everything except what is listed, so each new action or topic is
#   granted by default. Deny statements may use them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
#     description: "NotAction with Allow"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iot_policy"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No Allow statement uses NotAction or NotResource.
#   fix:
#     terraform: >-
#       Write the actions and resources the device needs into Action and Resource; keep NotResource for Deny
#       statements.
#   since: "0.1.0"
package bulwark.rules.iot_policy_no_not_elements

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains result.with_detail(result.fail(r, path, s.body[element], code), element) if {
	some r in iot.policies
	some s in iam.allows(iot.document(r))
	some element, code in {"NotAction": "not-action", "NotResource": "not-resource"}
	s.body[element]
	path := iam.path("policy", s, element)
}
