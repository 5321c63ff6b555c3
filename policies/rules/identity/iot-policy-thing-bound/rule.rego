# METADATA
# title: "A device reads and writes only its own shadow and jobs"
# description: >-
#   Shadow and job actions over HTTP work on a thing. Unless the thing in the resource is the device's own, one
#   device can read another's reported state, set its desired state, or take its firmware jobs.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
#     description: "Shadow and job actions work on the thing"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
#     description: "Thing policy variables"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/audit-chk-iot-policy-permissive.html
#     description: "Device Defender audit: shadow and job permissions"
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
#     Shadow and job actions are allowed only on thing/${iot:Connection.Thing.ThingName}, or on the one thing that the
#     policy spells out.
#   fix:
#     terraform: >-
#       Resource = "arn:aws:iot:REGION:ACCOUNT:thing/$${iot:Connection.Thing.ThingName}".
#   since: "0.1.0"
package bulwark.rules.iot_policy_thing_bound

import data.bulwark.lib.iot
import data.bulwark.lib.result

findings contains fact if some fact in iot.unreadable

findings contains iot.grant_fact(r, grant, "not-bound-to-device") if {
	some [r, grant, "free"] in bindings
	not names_one_thing(r, grant.path)
}

findings contains iot.unclear_binding(r, grant) if some [r, grant, "perhaps"] in bindings

findings contains result.unknown(r, "policy", resource) if {
	some r in iot.policies
	some action in iot.thing_actions
	some resource in iot.unresolved(r, action)
}

# Grants on things, with what each is bound to.
bindings := [[r, grant, iot.binding(r, grant.path)] |
	some r in iot.policies
	some grant in iot.granted[r.address]
	grant.kind == "thing"
	grant.action in iot.thing_actions
]

# The one thing that the policy spells out, with its named shadows.
names_one_thing(r, path) if {
	iot.is_literal(path)
	count(things[r.address]) == 1
}

# A complete rule, since looking into a partial one evaluates it again for each key.
things := spelled_out

spelled_out[r.address] contains split(grant.path, "/")[0] if {
	some [r, grant, _] in bindings
	iot.is_literal(grant.path)
}
