# METADATA
# title: "Device policies name every action"
# description: >-
#   A wildcard in the Action of an Allow statement (iot:*, iot:Pub*, *) gives devices actions nobody thought of,
#   today and whenever AWS adds one. A stolen certificate then administers the fleet.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
#     description: "Policy actions of AWS IoT Core"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/audit-chk-iot-policy-permissive.html
#     description: "Device Defender audit: overly permissive policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: critical
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
#     Every Allow statement lists its actions by name, without * or ?.
#   fix:
#     terraform: >-
#       List the actions the device needs: iot:Connect, iot:Publish, iot:Subscribe, iot:Receive, each in a statement
#       of its own with its own resources.
#     construct: >-
#       DevicePolicy names each action.
#   since: "0.1.0"
package bulwark.rules.iot_policy_no_wildcard_action

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if some fact in iot.unreadable

findings contains result.with_detail(result.fail(r, path, action, "wildcard-action"), action) if {
	some r in iot.policies
	some s in iam.allows(iot.document(r))
	some action in iam.actions(s.body)
	is_string(action)
	iam.is_pattern(action)
	path := iam.path("policy", s, "Action")
}

findings contains result.unknown(r, path, action) if {
	some r in iot.policies
	some s in iam.allows(iot.document(r))
	some action in iam.actions(s.body)
	tf.is_unknown(action)
	path := iam.path("policy", s, "Action")
}
