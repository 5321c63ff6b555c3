# METADATA
# title: Rights that are given
# description: All documents that give rights to users, groups, roles and permission sets, and all trust policies of roles.
package bulwark.lib.grants

import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.tf

# Every policy document that grants rights to users, groups, roles and permission sets: [{r, attribute, document}]. A complete rule is held whole,
# however many rules ask; an array, since a set of resources would hash each of them.
identity := array.concat(array.concat(own_documents, set_documents), inline_documents)

own_documents := [{"r": r, "attribute": "policy", "document": object.get(r.values, "policy", null)} |
	some type in ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"]
	some r in tf.resources(type)
	not is_boundary(r)
]

# A policy that is only a boundary says how far the rights of others may go, and gives none.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
boundaries := [r |
	count(bounding) > 0
	count(unclear_attachments) == 0
	some r in tf.resources("aws_iam_policy")
	names := tf.identifiers(r)
	count(names & bounding) > 0
	count(names & attached) == 0
]

is_boundary(r) if boundary_addresses[r.address]

boundary_addresses := {r.address | some r in boundaries}

bounding := {target |
	some type in ["aws_iam_role", "aws_iam_user"]
	some r in tf.resources(type)
	some target in tf.targets(object.get(r.values, "permissions_boundary", null))
}

attached := {target | some value in attachments; some target in tf.targets(value)}

# They may attach anything.
unclear_attachments := [value | some value in attachments; tf.is_unknown(value); count(tf.refs(value)) == 0]

attachments := [value |
	some type, attribute in {
		"aws_iam_role": "managed_policy_arns",
		"aws_iam_policy_attachment": "policy_arn",
		"aws_iam_role_policy_attachment": "policy_arn",
		"aws_iam_user_policy_attachment": "policy_arn",
		"aws_iam_group_policy_attachment": "policy_arn",
		"aws_iam_role_policy_attachments_exclusive": "policy_arns",
		"aws_iam_user_policy_attachments_exclusive": "policy_arns",
		"aws_iam_group_policy_attachments_exclusive": "policy_arns",
		"aws_ssoadmin_customer_managed_policy_attachment": "customer_managed_policy_reference",
	}
	some r in tf.resources(type)
	some written in tf.list(object.get(r.values, attribute, null))
	value := named_policy(written)
]

# A permission set names the policy in a block.
named_policy(written) := tf.step(written, "name") if {
	is_object(written)
	not tf.is_unknown(written)
} else := written

set_documents := [{"r": r, "attribute": "inline_policy", "document": object.get(r.values, "inline_policy", null)} |
	some r in tf.resources("aws_ssoadmin_permission_set_inline_policy")
]

inline_documents := [{"r": r, "attribute": concat("", ["inline_policy[", format_int(index, 10), "]"]), "document": object.get(block, "policy", null)} |
	some r in tf.resources("aws_iam_role")
	some index, block in tf.list(object.get(r.values, "inline_policy", null))
	is_object(block)
	not tf.is_unknown(block)
	not is_null(object.get(block, "policy", null))
]

# Whom roles let in, once for each principal of a statement that allows something: [{r, s, principal}].
trusted := [{"r": r, "s": s, "principal": principal} |
	some r in tf.resources("aws_iam_role")
	some s in iam.allows(r.values.assume_role_policy)
	some principal in iam.principals(s.body)
]

# Trust policies of roles, or parts of them, that cannot be read, as facts.
unreadable_trust := [fact |
	some r in tf.resources("aws_iam_role")
	some fact in iam.unreadable_facts(r, "assume_role_policy", object.get(r.values, "assume_role_policy", null))
]

# Their statements that allow something: [{d, s}].
grants := [{"d": d, "s": s} |
	some d in identity
	some s in iam.allows(d.document)
]

# Those that name a resource with an open end. No other can reach all of anything, and few do: most rules need to look at nothing else.
broad := [grant |
	some grant in grants
	has_open_end(grant.s.body)
]

has_open_end(statement) if {
	some resource in iam.resources(statement)
	endswith(tf.text(resource), "*")
}

# Those of which it cannot be told what they reach, once for each resource: [{d, s, resource}].
unclear := [{"d": grant.d, "s": grant.s, "resource": resource} |
	some grant in grants
	some resource in iam.hidden_resources(grant.s.body)
]

# Those of which it cannot be told what they allow, once for each action: [{d, s, action}].
vague := [{"d": grant.d, "s": grant.s, "action": action} |
	some grant in grants
	some action in iam.hidden_actions(grant.s.body)
]

# Documents of identity policies that cannot be read, and those that give no rights, as facts.
unjudged_identity := array.concat(
	[fact | some d in identity; some fact in iam.unreadable_facts(d.r, d.attribute, d.document)],
	[result.not_applicable(r, "only-a-boundary") | some r in boundaries],
)
