# METADATA
# title: "A device connects only under its own name"
# description: >-
#   The client id decides which thing a session speaks for, and a second session under the same id throws the first
#   one out. iot:Connect must therefore be bound to the device: its thing name or certificate in the resource, or the
#   condition that the certificate is attached to the thing of that name. ${iot:ClientId} alone binds nothing, since
#   the device chooses it, and of several names that are spelled out a device may take each. iot:DeleteConnection cuts
#   the connection of the client in its resource.
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
#     regula: []
#   expected: >-
#     iot:Connect is allowed on client/${iot:Connection.Thing.ThingName} (or a certificate variable, or one literal
#     name), or only where iot:Connection.Thing.IsAttached is true; iot:DeleteConnection only on the same.
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
import data.bulwark.lib.tf

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, reason(grant)) if {
	some [r, grant, "free"] in bindings
	count(hidden(grant.statement.body)) == 0
}

findings contains iot.unclear_binding(r, grant) if some [r, grant, "perhaps"] in bindings

# The condition that holds it may yet be there.
findings contains result.with_detail(result.unknown(r, path, value), concat(" ", [grant.written, grant.text])) if {
	some [r, grant, "free"] in bindings
	some value in hidden(grant.statement.body)
	path := iam.path("policy", grant.statement, "Condition")
}

findings contains result.not_applicable(r, "claim-policy") if some r in iot.claims

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.device_policies
	some action in ["iot:Connect", "iot:DeleteConnection"]
	some resource in iot.unresolved(r, action)
}

# Grants on clients that no condition holds, with what each is bound to. The second kind cuts a connection over HTTPS, whosever it is.
bindings := array.concat(
	[[r, grant, held(r, grant.path)] |
		some r in iot.device_policies
		some grant in iot.grants(r, "iot:Connect", "client")
		not iot.needs_attached_thing(grant.statement.body)
	],
	[[r, grant, iot.binding(r, grant.path)] |
		some r in iot.device_policies
		some grant in iot.grants(r, "iot:DeleteConnection", "client")
	],
)

# The device chooses its client id: as far as binding goes, that variable is a wildcard.
held(r, path) := iot.binding(r, replace(lower(path), "${iot:clientid}", "*")) if {
	contains(lower(path), "${iot:clientid}")
} else := iot.binding(r, path)

hidden(statement) := array.concat(iam.hidden_conditions(statement), [value |
	some condition in iam.conditions(statement)
	condition.key == "iot:connection.thing.isattached"
	some value in condition.values
	tf.is_unknown(value)
])

reason(grant) := "any-client" if {
	grant.action == "iot:deleteconnection"
} else := "chosen-by-client" if {
	contains(lower(grant.path), "${iot:clientid}")
} else := "several-clients" if {
	iot.is_literal(grant.path)
} else := "any-client"
