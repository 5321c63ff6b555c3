# METADATA
# title: "A device connects only under its own name"
# description: >-
#   The client id decides which thing a session speaks for, and a second session under the same id throws the first
#   one out. iot:Connect must therefore be bound to the device: its thing name or certificate in the resource, or the
#   condition that the certificate is attached to the thing of that name. ${iot:ClientId} alone binds nothing, since
#   the device chooses it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/connect-policy.html
#     description: "Connect policy examples"
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
#   obligations: [OBL-IAM-8, OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#   expected: >-
#     iot:Connect is allowed on client/${iot:Connection.Thing.ThingName} (or a certificate variable, or one literal
#     name), or only where iot:Connection.Thing.IsAttached is true.
#   fix:
#     terraform: >-
#       Resource = "arn:aws:iot:REGION:ACCOUNT:client/$${iot:Connection.Thing.ThingName}" with Condition = { Bool = {
#       "iot:Connection.Thing.IsAttached" = ["true"] } }.
#     construct: >-
#       DevicePolicy allows iot:Connect only as the thing the certificate is attached to.
#   since: "0.1.0"
package bulwark.rules.iot_policy_connect_bound

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, reason(grant.path)) if {
	some r in iot.device_policies
	some grant in iot.grants(r, "iot:Connect", "client")
	not iot.needs_attached_thing(grant.statement.body)
	not names_one_client(grant.path)
}

findings contains result.not_applicable(r, "claim-policy") if some r in iot.claims

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.device_policies
	some resource in iot.unresolved(r, "iot:Connect")
}

names_one_client(path) if {
	not iam.is_pattern(path)
	not contains(path, "${iot:ClientId}")
}

names_one_client(path) if iot.is_bound(replace(path, "${iot:ClientId}", "*"))

reason(path) := "chosen-by-client" if contains(path, "${iot:ClientId}")

reason(path) := "any-client" if not contains(path, "${iot:ClientId}")
