# METADATA
# title: "A device publishes only under its own topics"
# description: >-
#   If the topic of iot:Publish does not carry the device's own name before any wildcard, one device can speak for
#   another: forge its telemetry, answer its commands, rewrite its shadow. A wildcard directly behind the name lets
#   longer names in (sensor-1* is sensor-10, too), and what a whole fleet's certificates say (Organization, Country)
#   is no name of a device. Whether an attribute of the thing differs from device to device stands in the registry.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html
#     description: "Publish and subscribe policy examples"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
#     description: "Thing policy variables"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html
#     description: "X.509 certificate policy variables"
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
#     Each topic of iot:Publish holds a variable of the device (thing name, client id, certificate id, common name,
#     serial number) before any wildcard and with none directly behind it, or the one client id that the policy spells
#     out as a whole level.
#   fix:
#     terraform: >-
#       Resource = "arn:aws:iot:REGION:ACCOUNT:topic/fleet/$${iot:Connection.Thing.ThingName}/telemetry".
#     construct: >-
#       DevicePolicy binds every topic to THING_NAME.
#   since: "0.1.0"
package bulwark.rules.iot_policy_publish_bound

import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, reason(grant.path)) if {
	some r in iot.device_policies
	some grant in iot.grants(r, "iot:Publish", "topic")
	iot.binding(r, grant.path) == "free"
}

findings contains iot.unclear_binding(r, grant) if {
	some r in iot.device_policies
	some grant in iot.grants(r, "iot:Publish", "topic")
	iot.binding(r, grant.path) == "perhaps"
}

findings contains result.not_applicable(r, "claim-policy") if some r in iot.claims

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.device_policies
	some resource in iot.unresolved(r, "iot:Publish")
}

reason(path) := "wildcard-at-device" if iot.names_device(path)

reason(path) := "not-bound-to-device" if not iot.names_device(path)
