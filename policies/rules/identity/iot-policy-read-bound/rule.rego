# METADATA
# title: "A device reads only its own topics and what is meant for all"
# description: >-
#   iot:Subscribe and iot:Receive with a wildcard that is not held down by the device's own name let one device read
#   what others send. MQTT wildcards count: the policy language takes + and # in a topic filter literally, so a
#   policy that allows them allows a subscription to everybody's messages. A topic named in full (an announcement to
#   all) is deliberate and passes, and so does a wide iot:Receive where every subscription is the device's own: it
#   receives only what it has subscribed to. iot:GetRetainedMessage reads over HTTPS without a subscription.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html
#     description: "Wildcards in MQTT and in policies"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
#     description: "Thing policy variables"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/audit-chk-iot-policy-permissive.html
#     description: "Device Defender audit: overly permissive policies"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy
#     description: "aws_iot_policy in the provider"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iot_policy"]
#   obligations: [OBL-IAM-8, OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each topic filter of iot:Subscribe and topic of iot:GetRetainedMessage holds a variable of the device before any
#     wildcard and with none directly behind it, or no wildcard at all; so does each topic of iot:Receive, unless every
#     subscription is the device's own.
#   fix:
#     terraform: >-
#       Subscribe on topicfilter/fleet/$${iot:Connection.Thing.ThingName}/* and Receive on
#       topic/fleet/$${iot:Connection.Thing.ThingName}/*.
#     construct: >-
#       DevicePolicy binds every topic to THING_NAME.
#   since: "0.1.0"
package bulwark.rules.iot_policy_read_bound

import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, reason(grant.path)) if {
	some r in iot.device_policies
	some [grant, "free"] in opened[r.address]
	counts(r, grant)
}

findings contains iot.unclear_binding(r, grant) if {
	some r in iot.device_policies
	some [grant, "perhaps"] in opened[r.address]
	counts(r, grant)
}

# Grants of reading with a wildcard, with what each is bound to.
opened := {r.address: found |
	some r in iot.device_policies
	found := [[grant, iot.binding(r, grant.path)] |
		some action, kind in {"iot:Subscribe": "topicfilter", "iot:Receive": "topic", "iot:GetRetainedMessage": "topic"}
		some grant in iot.grants(r, action, kind)
		iot.has_wildcard(grant.path)
	]
}

counts(_, grant) if grant.action != "iot:receive"

counts(r, _) if not receives_own(r)

# A device receives what it has subscribed to: where each subscription is its own, iot:Receive opens nothing. One that cannot be read is told itself.
receives_own(r) if {
	subscriptions := iot.grants(r, "iot:Subscribe", "topicfilter")
	count(subscriptions) + count(iot.unresolved(r, "iot:Subscribe")) > 0
	count([grant | some [grant, "free"] in opened[r.address]; grant.action == "iot:subscribe"]) == 0
	not iot.allows_everywhere(r, "iot:subscribe")
}

findings contains result.not_applicable(r, "claim-policy") if some r in iot.claims

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.device_policies
	some action in ["iot:Subscribe", "iot:Receive", "iot:GetRetainedMessage"]
	some resource in iot.unresolved(r, action)
}

reason(path) := "wildcard-at-device" if iot.names_device(path)

reason(path) := "not-bound-to-device" if not iot.names_device(path)
