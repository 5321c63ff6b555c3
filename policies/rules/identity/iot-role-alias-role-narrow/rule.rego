# METADATA
# title: "The role that devices get by a role alias is narrow"
# description: >-
#   Whoever holds the key of one device gets the credentials of the role behind the role alias. A role that may do all
#   a service can, publish on every topic, write every shadow or look into what guards the account gives each device
#   that much. Rights for one thing are written with ${credentials-iot:ThingName}.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-role-alias-permissive.html
#     description: "Device Defender audit: role alias overly permissive"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
#     description: "Credentials through a role alias"
#   - ref: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSIoTDataAccess.html
#     description: "AWSIoTDataAccess"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_role_alias
#     description: "aws_iot_role_alias"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iot_role_alias"]
#   obligations: [OBL-IAM-8, OBL-IAM-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The role has no policy of AWS for a whole service, no "service:*" on * or on all of a kind, no AWS IoT data action on
#     every client, topic or thing, no right on IAM, CloudTrail, GuardDuty, Inspector or Trusted Advisor, and nothing by
#     exception (NotResource, or NotAction on all of these).
#   fix:
#     terraform: >-
#       Give the role a policy of its own, with the actions and resources that one device needs.
#   since: "0.1.0"
package bulwark.rules.iot_role_alias_role_narrow

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.scope
import data.bulwark.lib.tf

findings contains result.with_detail(result.with_related(result.fail(alias, "role_arn", right.seen, "broad-device-role"), [right.source]), concat(" ", [right.source, right.seen])) if {
	some {"alias": alias, "policies": policies, "documents": documents} in judged
	some right in array.concat(wide_policies(policies), broad_rights(documents))
}

findings contains result.with_detail(object.union(result.unknown(alias, "role_arn", hidden.value), {"related": [hidden.source]}), hidden.source) if {
	some {"alias": alias, "policies": policies, "documents": documents} in judged
	some hidden in array.concat(hidden_policies(policies), hidden_rights(documents))
}

findings contains {"address": alias.address, "verdict": "unknown", "path": "role_arn", "reason": "role-elsewhere"} if {
	some alias in tf.resources("aws_iot_role_alias")
	count(roles(alias)) == 0
}

# Each alias with what hangs on its role: the policies by their ARN or by reference, and the documents of this input.
judged := [{"alias": alias, "policies": policies, "documents": documents} |
	some alias in tf.resources("aws_iot_role_alias")
	some address in roles(alias)
	role := role_at[address]
	policies := attached(role)
	documents := [grants.identity[at] |
		some holder in (({address} | holders("aws_iam_role_policy", role)) | of_this_input(policies))
		some at in document_places[holder]
	]
]

roles(alias) := {address | some name in names_in(alias.values.role_arn); some address in role_names[name]}

names_in(arn) := tf.targets(arn) | {name |
	is_string(arn)
	parts := split(arn, "/")
	count(parts) > 1

	# arn:aws:iam::ACCOUNT:role/path/NAME
	name := parts[count(parts) - 1]
}

attached(role) := array.concat(
	[{"source": address, "arn": arn} |
		some type, attribute in policy_attributes
		some address in holders(type, role)
		some arn in tf.list(object.get(attachment_at[address].values, attribute, null))
	],
	[{"source": role.address, "arn": arn} | some arn in tf.list(object.get(role.values, "managed_policy_arns", null))],
)

policy_attributes := {
	"aws_iam_policy_attachment": "policy_arn",
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_role_policy_attachments_exclusive": "policy_arns",
}

role_attributes := {
	"aws_iam_policy_attachment": "roles",
	"aws_iam_role_policy": "role",
	"aws_iam_role_policy_attachment": "role",
	"aws_iam_role_policy_attachments_exclusive": "role_name",
}

of_this_input(policies) := {address |
	some policy in policies
	some name in tf.targets(policy.arn)
	some address in policy_names[name]
}

holders(type, role) := {address | some name in tf.identifiers(role); some address in held_by[type][name]}

role_at := {r.address: r | some r in tf.resources("aws_iam_role")}

attachment_at := {r.address: r | some type, _ in policy_attributes; some r in tf.resources(type)}

# What leads to what, by name: asking each of each would grow with their product. Complete rules, since looking into a partial one evaluates it
# again for each key.
role_names := called

called[name] contains r.address if {
	some r in tf.resources("aws_iam_role")
	some name in tf.identifiers(r)
}

policy_names := titled

titled[name] contains r.address if {
	some r in tf.resources("aws_iam_policy")
	some name in tf.identifiers(r)
}

held_by := hung

hung[type][name] contains r.address if {
	some type, attribute in role_attributes
	some r in tf.resources(type)
	some role in tf.list(object.get(r.values, attribute, null))
	some name in tf.targets(role)
}

document_places := placed

placed[d.r.address] contains at if some at, d in grants.identity

wide_policies(policies) := [{"source": policy.source, "seen": policy.arn} |
	some policy in policies
	is_string(policy.arn)
	is_wide_policy(policy.arn)
]

# Policies of AWS for all that a service can, and those for all devices of AWS IoT.
is_wide_policy(arn) if {
	contains(arn, ":iam::aws:policy/")
	parts := split(arn, "/")
	is_wide_name(parts[count(parts) - 1])
}

is_wide_name(name) if endswith(name, "FullAccess")

is_wide_name(name) if name in {"AWSIoTConfigAccess", "AWSIoTDataAccess", "AdministratorAccess", "PowerUserAccess", "SecurityAudit"}

hidden_policies(policies) := [{"source": policy.source, "value": policy.arn} |
	some policy in policies
	tf.is_unknown(policy.arn)
	not tf.refers_to_type(policy.arn, "aws_iam_policy")
]

broad_rights(documents) := [{"source": d.r.address, "seen": seen} |
	some d in documents
	some s in iam.allows(d.document)
	count(iam.conditions(s.body)) == 0
	count(iam.hidden_conditions(s.body)) == 0
	some seen in broad_in(s.body)
]

# What of a statement is broad, as it is written.
broad_in(statement) := (actions.whole_services(statement) | guarding_in(statement)) | (exceptions_in(statement) | for_all_devices(statement))

# Rights on what guards the account, whatever they reach.
guarding_in(statement) := {action |
	some action in iam.actions(statement)
	is_string(action)
	split(lower(action), ":")[0] in {"cloudtrail", "guardduty", "iam", "inspector", "inspector2", "trustedadvisor"}
}

for_all_devices(statement) := {action |
	reaches_all_devices(statement)
	some action in iam.actions(statement)
	is_string(action)
	some data_action in data_actions
	iot.covers(lower(action), data_action)
}

data_actions := array.concat(iot.broker_actions, iot.thing_actions)

# All but some is nearly everything.
exceptions_in(statement) := {"NotResource" | statement.NotResource} | {"NotAction" |
	statement.NotAction
	reaches_much(statement)
}

reaches_much(statement) if reaches_all_devices(statement)

reaches_much(statement) if count(actions.services_reached(statement)) > 0

reaches_all_devices(statement) if {
	some resource in iam.resources(statement)
	is_all_devices(tf.text(resource))
}

is_all_devices(text) if scope.is_any(text)

is_all_devices(text) if iot.parts(text).path == "*"

is_all_devices(text) if {
	startswith(text, "arn:")
	split(text, ":")[2] == "iot"
	iot.is_everything(text)
}

hidden_rights(documents) := [{"source": d.r.address, "value": value} |
	some d in documents
	some value in unread(d.document)
]

unread(document) := [document] if not iam.is_readable(document)

unread(document) := array.concat(iam.unreadable_statements(document), [value |
	some s in iam.allows(document)
	some value in array.concat(iam.hidden_actions(s.body), iam.hidden_resources(s.body))
]) if {
	iam.is_readable(document)
}
