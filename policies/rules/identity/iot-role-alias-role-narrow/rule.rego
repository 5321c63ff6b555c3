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
#   expected: >-
#     The role has no policy of AWS for a whole service, no "service:*" on *, no AWS IoT data action on every client,
#     topic or thing, and no right on IAM, CloudTrail, GuardDuty, Inspector or Trusted Advisor.
#   fix:
#     terraform: >-
#       Give the role a policy of its own, with the actions and resources that one device needs.
#   since: "0.1.0"
package bulwark.rules.iot_role_alias_role_narrow

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.with_related(result.fail(alias, "role_arn", right.seen, "broad-device-role"), [right.source]), concat(" ", [right.source, right.seen])) if {
	some alias in tf.resources("aws_iot_role_alias")
	some role in roles[alias.address]
	some right in broad_rights(role)
}

findings contains result.with_detail(object.union(result.unknown(alias, "role_arn", hidden.value), {"related": [hidden.source]}), hidden.source) if {
	some alias in tf.resources("aws_iot_role_alias")
	some role in roles[alias.address]
	some hidden in hidden_rights(role)
}

findings contains {"address": alias.address, "verdict": "unknown", "path": "role_arn", "reason": "role-elsewhere"} if {
	some alias in tf.resources("aws_iot_role_alias")
	count(roles[alias.address]) == 0
}

roles := {alias.address: found |
	some alias in tf.resources("aws_iot_role_alias")
	addresses := {address | some name in names_in(alias.values.role_arn); some address in role_names[name]}
	found := [role | some address in addresses; role := role_at[address]]
}

names_in(arn) := tf.targets(arn) | {name |
	is_string(arn)
	parts := split(arn, "/")
	count(parts) > 1

	# arn:aws:iam::ACCOUNT:role/path/NAME
	name := parts[count(parts) - 1]
}

role_at := {r.address: r | some r in tf.resources("aws_iam_role")}

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
	some type in ["aws_iam_role_policy_attachment", "aws_iam_role_policy"]
	some r in tf.resources(type)
	some name in tf.targets(object.get(r.values, "role", null))
}

document_places := placed

placed[d.r.address] contains at if some at, d in iam.identity

holders(type, role) := {address | some name in tf.identifiers(role); some address in held_by[type][name]}

attachment_at := {r.address: r | some r in tf.resources("aws_iam_role_policy_attachment")}

broad_rights(role) := array.concat(
	[{"source": policy.source, "seen": policy.arn} |
		some policy in attached(role)
		is_string(policy.arn)
		is_wide_policy(policy.arn)
	],
	[{"source": d.r.address, "seen": action} |
		some d in documents(role)
		some s in iam.allows(d.document)
		count(iam.conditions(s.body)) == 0
		count(iam.hidden_conditions(s.body)) == 0
		some action in iam.actions(s.body)
		is_string(action)
		some resource in iam.resources(s.body)
		is_wide(lower(action), tf.text(resource))
	],
)

hidden_rights(role) := array.concat(
	[{"source": policy.source, "value": policy.arn} |
		some policy in attached(role)
		tf.is_unknown(policy.arn)
		not tf.refers_to_type(policy.arn, "aws_iam_policy")
	],
	[{"source": d.r.address, "value": value} |
		some d in documents(role)
		some value in unread(d.document)
	],
)

unread(document) := [document] if not iam.is_readable(document)

unread(document) := array.concat(iam.unreadable_statements(document), [value |
	some s in iam.allows(document)
	some value in array.concat(iam.hidden_actions(s.body), iam.hidden_resources(s.body))
]) if {
	iam.is_readable(document)
}

# The policies that hang on a role, by their ARN or by reference.
attached(role) := array.concat(
	[{"source": address, "arn": object.get(attachment_at[address].values, "policy_arn", null)} |
		some address in holders("aws_iam_role_policy_attachment", role)
	],
	[{"source": role.address, "arn": arn} | some arn in tf.list(object.get(role.values, "managed_policy_arns", null))],
)

documents(role) := [iam.identity[at] |
	some address in holders_of(role)
	some at in document_places[address]
]

# Where the documents of a role stand: in itself, in its inline policies, and in attached policies of this input.
holders_of(role) := ({role.address} | holders("aws_iam_role_policy", role)) | {address |
	some policy in attached(role)
	some name in tf.targets(policy.arn)
	some address in policy_names[name]
}

# Policies of AWS for all that a service can, and those for all devices of AWS IoT.
is_wide_policy(arn) if {
	contains(arn, ":iam::aws:policy/")
	parts := split(arn, "/")
	is_wide_name(parts[count(parts) - 1])
}

is_wide_name(name) if endswith(name, "FullAccess")

is_wide_name(name) if name in {"AWSIoTConfigAccess", "AWSIoTDataAccess", "AdministratorAccess", "PowerUserAccess", "SecurityAudit"}

is_wide(action, _) if split(action, ":")[0] in {"cloudtrail", "guardduty", "iam", "inspector", "inspector2", "trustedadvisor"}

is_wide("*", "*")

is_wide(action, "*") if endswith(action, ":*")

is_wide(action, resource) if {
	reaches_all_devices(resource)
	some data_action in data_actions
	iot.covers(action, data_action)
}

reaches_all_devices("*")

reaches_all_devices(resource) if iot.parts(resource).path == "*"

reaches_all_devices(resource) if {
	startswith(resource, "arn:")
	split(resource, ":")[2] == "iot"
	iot.is_everything(resource)
}

data_actions := [
	"iot:connect", "iot:publish", "iot:subscribe", "iot:receive", "iot:retainpublish", "iot:getretainedmessage", "iot:deleteconnection",
	"iot:getthingshadow", "iot:updatethingshadow", "iot:deletethingshadow", "iot:listnamedshadowsforthing",
	"iot:describejobexecution", "iot:getpendingjobexecutions", "iot:startnextpendingjobexecution", "iot:updatejobexecution",
	"iotjobsdata:describejobexecution", "iotjobsdata:getpendingjobexecutions", "iotjobsdata:startnextpendingjobexecution",
	"iotjobsdata:updatejobexecution",
]
