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

# Variables that stand for one device and no other. Their names are not case-sensitive.
# https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html and cert-policy-variables.html
own_variables := [
	"${iot:connection.thing.thingname}",
	"${iot:clientid}",
	"${iot:certificateid}",
	"${iot:certificate.serialnumber}",
	"${iot:certificate.subject.commonname}",
	"${iot:certificate.subject.commonname.0}",
	"${iot:certificate.subject.serialnumber}",
	"${iot:certificate.subject.serialnumber.0}",
	"${iot:certificate.subject.distinguishednamequalifier}",
	"${iot:certificate.subject.distinguishednamequalifier.0}",
]

names_device(text) if {
	written := lower(text)
	some variable in own_variables
	contains(written, variable)
}

# Bound to the device: its variable stands before any wildcard and none makes it longer, so that no other device's name fits.
is_bound(path) if {
	written := lower(path)
	some variable in own_variables
	contains(written, variable)
	holds(written, variable)
}

holds(path, variable) if {
	around := split(path, variable)
	not has_wildcard(around[0])
	not is_lengthened(around[1])
}

# `sensor-1*` is the name of sensor-10, too.
is_lengthened(rest) if {
	some wildcard in ["*", "?", "+", "#"]
	startswith(rest, wildcard)
}

# What a path is bound to: "device", "free", or "perhaps" where a value decides that may or may not differ from device to device: an attribute of
# the thing, or a name in the certificate that is neither the device's own nor one that a fleet shares.
binding(r, path) := "device" if {
	is_bound(path)
} else := "device" if {
	stands_in(own_clients[r.address], path)
} else := "perhaps" if {
	written := lower(path)
	some variable in variables_in(written)
	may_differ(variable)
	holds(written, concat("", ["${", variable, "}"]))
} else := "free"

variables_in(written) := [split(piece, "}")[0] | some i, piece in split(written, "${"); i > 0]

may_differ(variable) if startswith(variable, "iot:connection.thing.attributes[")

may_differ(variable) if {
	startswith(variable, "iot:certificate.subject.")
	not is_fleet_name(variable)
}

is_fleet_name(variable) if {
	some name in ["country", "organization", "organizationalunit", "state"]
	attribute := split(variable, ".")[2]
	attribute == name
}

unclear_binding(r, grant) := {
	"address": r.address,
	"verdict": "unknown",
	"path": iam.path("policy", grant.statement, "Resource"),
	"reason": "registry-elsewhere",
	"detail": concat(" ", [grant.written, grant.text]),
}

# The one client id that a policy of a single device spells out. That name as a whole level, before any wildcard, binds what the device may do.
own_clients := {r.address: id |
	some r in policies
	ids := {grant.path | some grant in granted[r.address]; grant.action == "iot:connect"; grant.kind == "client"}
	count(ids) == 1
	count(unresolved(r, "iot:Connect")) == 0
	some id in ids
	is_literal(id)
	not allows_everywhere(r, "iot:connect")
}

# Nothing that a device or the broker fills in. An expression of Terraform is one text.
is_literal(path) if {
	path != ""
	not has_wildcard(path)
	count([start | some start in ["${iot:", "${aws:"]; contains(lower(path), start)]) == 0
}

stands_in(name, path) if {
	level := concat("", ["/", name, "/"])
	padded := concat("", ["/", path, "/"])
	contains(padded, level)
	not has_wildcard(split(padded, level)[0])
}

# An action, by its name or a pattern, on resources of every kind.
allows_everywhere(r, action) if {
	some s in iam.allows(document(r))
	some written in iam.actions(s.body)
	is_string(written)
	covers(lower(written), action)
	some resource in iam.resources(s.body)
	is_everything(tf.text(resource))
}

covers(pattern, action) if pattern == action

covers(pattern, action) if {
	iam.is_pattern(pattern)
	glob.match(pattern, null, action)
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

# AWS IoT makes it for each device from a template, which gives a policy no tags.
# https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html
is_made_at_provisioning(r) if {
	parts := split(r.address, "#")
	count(parts) > 1
	holder := concat("#", array.slice(parts, 0, count(parts) - 1))
	tf.type_of(holder) in {"aws_iot_provisioning_template", "aws_iot_ca_certificate"}
}

# Policies of devices in service.
device_policies := [r | some r in policies; not is_claim(r)]

# The condition that only a certificate attached to the thing of that client id may connect.
needs_attached_thing(statement) if {
	some condition in iam.conditions(statement)
	condition.key == "iot:connection.thing.isattached"
	lower(condition.operator) == "bool"
	count(condition.values) > 0
	every value in condition.values {
		tf.is_true(value)
	}
}

# A document that denies everything, or all that goes over the broker, and allows nothing.
denies_all(document_) if {
	count(iam.allows(document_)) == 0
	every action in ["iot:connect", "iot:publish", "iot:subscribe", "iot:receive"] {
		denies_everywhere(document_, action)
	}
}

denies_everywhere(document_, action) if {
	some s in iam.denies(document_)
	count(iam.conditions(s.body)) == 0
	count(iam.hidden_conditions(s.body)) == 0
	some written in iam.actions(s.body)
	is_string(written)
	covers(lower(written), action)
	some resource in iam.resources(s.body)
	is_every_resource(tf.text(resource))
}

is_every_resource("*")

# "arn:aws:iot:*:*:*"
is_every_resource(text) if {
	startswith(text, "arn:")
	endswith(text, ":*")
	is_everything(text)
}

# What devices do over the broker, and to things: shadows and jobs. In lower case.
broker_actions := [
	"iot:connect", "iot:publish", "iot:subscribe", "iot:receive", "iot:retainpublish", "iot:getretainedmessage", "iot:deleteconnection",
]

thing_actions := [
	"iot:getthingshadow", "iot:updatethingshadow", "iot:deletethingshadow", "iot:listnamedshadowsforthing",
	"iot:describejobexecution", "iot:getpendingjobexecutions", "iot:startnextpendingjobexecution", "iot:updatejobexecution",
	"iotjobsdata:describejobexecution", "iotjobsdata:getpendingjobexecutions", "iotjobsdata:startnextpendingjobexecution",
	"iotjobsdata:updatejobexecution",
]

# The actions of one kind that a topic rule takes, its error action included, each with the path it stands at.
rule_actions(r, kind) := array.concat(
	[{"path": kind, "body": body} | some body in tf.list(object.get(r.values, kind, null))],
	[{"path": concat(".", ["error_action", kind]), "body": body} |
		some block in tf.list(object.get(r.values, "error_action", null))
		some body in tf.list(tf.step(block, kind))
	],
)
