# METADATA
# title: AWS IoT policies
# description: >-
#   What the statements of an AWS IoT policy let a device do. Resources and variables as documented at
#   https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
package bulwark.lib.iot

import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.tf

policies := tf.resources("aws_iot_policy")

document(r) := object.get(r.values, "policy", null)

# The policies that a value names.
named_by(value) := [by_address[address] | some address in addresses] if {
	addresses := {address | some name in tf.targets(value); some address in index[name]}
}

by_address := {r.address: r | some r in policies}

index := grouped

grouped[name] contains r.address if {
	some r in policies
	some name in tf.identifiers(r)
}

# Policies whose document no rule can read.
unreadable contains result.unknown(r, "policy", document(r)) if {
	some r in policies
	not iam.is_readable(document(r))
}

unreadable contains result.unknown(r, "policy", statement) if {
	some r in policies
	some statement in iam.unreadable_statements(document(r))
}

# Variables that stand for one device: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
device_variables := [
	"${iot:Connection.Thing.ThingName}",
	"${iot:Connection.Thing.Attributes[",
	"${iot:ClientId}",
	"${iot:CertificateId}",
	"${iot:Certificate.Subject.",
]

names_device(text) if {
	some variable in device_variables
	contains(text, variable)
}

# Bound to the device: its variable stands before any wildcard, so that no other device's name fits.
is_bound(path) if {
	some variable in device_variables
	contains(path, variable)
	prefix := split(path, variable)[0]
	not has_wildcard(prefix)
}

# Wildcards of the policy language (* ?) and, in topic filters, of MQTT (+ #), which the policy language takes literally but the broker does not.
has_wildcard(path) if {
	some wildcard in ["*", "?", "+", "#"]
	contains(path, wildcard)
}

kinds := {"client", "topicfilter", "topic", "thing", "thinggroup", "job", "cert", "policy", "rolealias", "rule", "package", "stream", "tunnel"}

# {kind, path} of a resource ARN: arn:aws:iot:REGION:ACCOUNT:topic/a/b -> {"kind": "topic", "path": "a/b"}
# The first part that begins with a kind counts: colons stand in interpolations before it, and in topics after it.
parts(arn) := {"kind": kind, "path": substring(rest, count(kind) + 1, -1)} if {
	elements := split(arn, ":")
	at := [i | some i, element in elements; i > 0; contains(element, "/"); kinds[split(element, "/")[0]]][0]
	kind := split(elements[at], "/")[0]
	rest := concat(":", array.slice(elements, at, count(elements)))
}

# Everything, or any kind of thing: "*", "arn:aws:iot:*:*:*".
is_everything(text) if {
	iam.is_pattern(text)
	not parts(text)
}

# Every action that an Allow statement grants by its name on a resource of some kind, read once. Wildcard actions are the business of
# iot-policy-no-wildcard-action alone.
granted := {r.address: found |
	some r in policies
	found := [{
		"statement": s,
		"action": lower(action),
		"written": action,
		"resource": resource,
		"text": text,
		"kind": part.kind,
		"path": part.path,
	} |
		some s in iam.allows(document(r))
		some action in iam.actions(s.body)
		is_string(action)
		some resource in iam.resources(s.body)
		text := tf.text(resource)
		part := parts(text)
	]
}

grants(r, action, kind) := [grant |
	name := lower(action)
	some grant in granted[r.address]
	grant.action == name
	grant.kind == kind
]

# Resources of such statements that are nothing but a reference.
unresolved(r, action) := [resource |
	some s in iam.allows(document(r))
	iam.has_action(s.body, action)
	some resource in iam.resources(s.body)
	not tf.has_text(resource)
]

grant_fact(r, grant, reason) := result.with_detail(
	result.fail(r, iam.path("policy", grant.statement, "Resource"), grant.text, reason),
	concat(" ", [grant.written, grant.text]),
)

# The policy of a claim certificate: it may start fleet provisioning.
# https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html#claim-based
is_claim(r) if {
	some grant in grants(r, "iot:Publish", "topic")
	some prefix in ["$aws/certificates/create", "$aws/provisioning-templates/"]
	startswith(grant.path, prefix)
}

claims := [r | some r in policies; is_claim(r)]

# Policies of devices in service.
device_policies := [r | some r in policies; not is_claim(r)]

# The condition that only a certificate attached to the thing of that client id may connect.
needs_attached_thing(statement) if {
	some condition in iam.conditions(statement)
	condition.key == "iot:connection.thing.isattached"
	lower(condition.operator) == "bool"
	every value in condition.values {
		tf.is_true(value)
	}
}

# A document that denies everything and allows nothing.
denies_all(document_) if {
	count(iam.allows(document_)) == 0
	some s in iam.denies(document_)
	some action in iam.actions(s.body)
	action in {"*", "iot:*"}
	"*" in iam.resources(s.body)
	count(iam.conditions(s.body)) == 0
}
