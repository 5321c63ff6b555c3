# METADATA
# title: Managed policies
# description: Finds where policies that AWS manages are attached to roles, users, groups and permission sets.
package bulwark.lib.managed

import data.bulwark.lib.result
import data.bulwark.lib.tf

# Facts about attachments of policies with these names, and of those of which it cannot be told what they attach.
facts(names, reason) := array.concat(array.concat(written(names, reason), looked_up(policies, reason)), unclear(policies)) if {
	policies := data_sources(names)
}

written(names, reason) := [told(result.fail(r, attribute, arn, reason), arn) |
	some [r, attribute, arn] in attached
	is_string(arn)
	is_named(arn, names)
]

looked_up(policies, reason) := [told(result.with_related(result.fail(r, attribute, name, reason), [ref]), ref) |
	some [r, attribute, value] in attached
	some ref in tf.refs(value)
	name := policies[ref]
]

unclear(policies) := [told(result.unknown(r, attribute, value), attribute) |
	some [r, attribute, value] in attached
	tf.is_unknown(value)
	not leads_to_policy(value)
	not leads_to_one(value, policies)
]

# Of a list of policies each is told by its name.
told(fact, detail) := result.with_detail(fact, detail) if {
	fact.path in lists
} else := fact

lists := {"managed_policy_arns", "policy_arns"}

# An array, since a set would hash each resource.
attached := [[r, attribute, value] |
	some type, attribute in attachments
	some r in tf.resources(type)
	some value in tf.list(object.get(r.values, attribute, null))
]

attachments := {
	"aws_iam_role": "managed_policy_arns",
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_iam_role_policy_attachments_exclusive": "policy_arns",
	"aws_iam_user_policy_attachments_exclusive": "policy_arns",
	"aws_iam_group_policy_attachments_exclusive": "policy_arns",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

# The policies looked up by name or ARN, under every name a reference may use.
data_sources(names) := {name: found |
	some r in object.get(input.resources, "aws_iam_policy", [])
	r.mode == "data"
	some attribute in ["name", "arn"]
	found := r.values[attribute]
	is_string(found)
	is_named(found, names)
	some name in [r.address, tf.base_address(r.address)]
}

# By its name or by its ARN, in whatever partition.
is_named(arn, names) if arn in names

is_named(arn, names) if {
	some name in names
	endswith(arn, concat("", [":policy/", name]))
}

# A policy of the stack is judged by the rules on policies.
leads_to_policy(value) if tf.refers_to_type(value, "aws_iam_policy")

leads_to_one(value, policies) if {
	some ref in tf.refs(value)
	policies[ref]
}
