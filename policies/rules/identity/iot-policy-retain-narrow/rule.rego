# METADATA
# title: "Retained messages only on topics named in full"
# description: >-
#   A retained message outlives its sender and reaches every later subscriber. iot:RetainPublish with a wildcard, or
#   outside the device's own topics, lets a compromised device leave messages behind for others.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
#     description: "iot:RetainPublish"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html
#     description: "Retained messages in AWS IoT Core"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: medium
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
#     iot:RetainPublish is allowed only on topics that hold a variable of the device and no wildcard.
#   fix:
#     terraform: >-
#       Give iot:RetainPublish a statement of its own on the one topic that is retained, with
#       $${iot:Connection.Thing.ThingName} in it, or leave it out.
#     construct: >-
#       DevicePolicy does not give iot:RetainPublish.
#   since: "0.1.0"
package bulwark.rules.iot_policy_retain_narrow

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, "not-bound-to-device") if {
	some r in iot.policies
	some grant in iot.grants(r, "iot:RetainPublish", "topic")
	not iam.is_pattern(grant.path)
	iot.binding(r, grant.path) == "free"
}

findings contains iot.grant_fact(r, grant, "wildcard-topic") if {
	some r in iot.policies
	some grant in iot.grants(r, "iot:RetainPublish", "topic")
	iam.is_pattern(grant.path)
}

findings contains iot.unclear_binding(r, grant) if {
	some r in iot.policies
	some grant in iot.grants(r, "iot:RetainPublish", "topic")
	not iam.is_pattern(grant.path)
	iot.binding(r, grant.path) == "perhaps"
}

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.policies
	some resource in iot.unresolved(r, "iot:RetainPublish")
}
