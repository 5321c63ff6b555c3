# METADATA
# title: "A group stands ready that cuts a device off"
# description: >-
#   Containment has to work in seconds, before anyone writes a policy. A thing group named for quarantine with an
#   attached policy that denies everything does it: joining the group is enough, since an explicit deny wins over
#   whatever the certificate allows.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html#attach-policy-to-group
#     description: "Policies on thing groups"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/device-defender-mitigation-actions.html
#     description: "Adding a thing to a quarantine group"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_policy_attachment
#     description: "aws_iot_policy_attachment"
# custom:
#   severity: high
#   domain: resilience
#   resource_types: ["aws_iot_thing_group"]
#   obligations: [OBL-INC-2, OBL-IAM-9, OBL-CONS-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The stack has a thing group whose name contains quarantine, with a policy attached that denies iot:*, or at
#     least iot:Connect, iot:Publish, iot:Subscribe and iot:Receive, on every resource.
#   fix:
#     terraform: >-
#       Add aws_iot_thing_group "quarantine", an aws_iot_policy with Deny iot:* on *, and aws_iot_policy_attachment
#       of the one to the other.
#     construct: >-
#       ThingGroups makes the group, its policy and the attachment.
#   since: "0.1.0"
package bulwark.rules.iot_quarantine_group

import data.bulwark.lib.iam
import data.bulwark.lib.iot
import data.bulwark.lib.links
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(fleet, "", null, "no-quarantine-group") if {
	count(quarantine_groups) == 0
	count(nameless) == 0
}

# A group whose name is not known may be the one.
findings contains result.unknown(fleet, "name", nameless[0]) if {
	count(quarantine_groups) == 0
	count(nameless) > 0
}

nameless := [g.values.name | some g in groups; tf.is_unknown(g.values.name); not tf.has_text(g.values.name)]

findings contains fact if {
	some group in quarantine_groups
	count(cutting_off(group)) == 0
	fact := verdict(group)
}

findings contains result.not_applicable(group, "judged-on-another-group") if {
	some group in groups
	not judged[group.address]
}

groups := tf.resources("aws_iot_thing_group")

# One group stands for the stack when there is no quarantine: the one named for the fleet, else the first.
fleet := sort_first([g | some g in groups; contains(lower(tf.text(g.values.name)), "fleet")])

fleet := sort_first(groups) if {
	count([g | some g in groups; contains(lower(tf.text(g.values.name)), "fleet")]) == 0
}

sort_first(list) := first if {
	address := min({g.address | some g in list})
	some first in list
	first.address == address
}

quarantine_groups := [g | some g in groups; is_quarantine(g)]

is_quarantine(group) if contains(lower(tf.text(group.values.name)), "quarantine")

judged := {g.address | some g in quarantine_groups} | {fleet.address | count(quarantine_groups) == 0}

attached(group) := [policy |
	some attachment in links.to(group, "aws_iot_policy_attachment")
	some policy in iot.named_by(attachment.values.policy)
]

cutting_off(group) := [policy | some policy in attached(group); iot.denies_all(iot.document(policy))]

# An attachment that leads nowhere we can see, a document nobody can read, or in part, may be the one that cuts off.
unreadable(group) := array.concat(strays(group), array.concat(in_parts(group), unread(group)))

strays(group) := [stray.values.target | some stray in links.doubtful(group, "aws_iot_thing_group", "aws_iot_policy_attachment")]

in_parts(group) := [value |
	some policy in attached(group)
	document := iot.document(policy)
	count(iam.allows(document)) == 0
	some value in array.concat(iam.unreadable_statements(document), hidden_parts(document))
]

hidden_parts(document) := [value |
	some s in iam.denies(document)
	some value in array.concat(iam.actions(s.body), array.concat(iam.resources(s.body), iam.hidden_conditions(s.body)))
	tf.is_unknown(value)
]

unread(group) := array.concat(
	[value |
		some attachment in links.to(group, "aws_iot_policy_attachment")
		some value in [attachment.values.policy]
		count(iot.named_by(value)) == 0
		tf.is_unknown(value)
	],
	[document |
		some policy in attached(group)
		document := iot.document(policy)
		not iam.is_readable(document)
	],
)

verdict(group) := result.fail(group, "", null, "no-deny-policy") if count(unreadable(group)) == 0

verdict(group) := result.unknown(group, "", unreadable(group)[0]) if count(unreadable(group)) > 0
