# METADATA
# title: Policy documents
# description: Reads policy documents of IAM, resource policies and AWS IoT policies that the lift has parsed.
package bulwark.lib.iam

import data.bulwark.lib.result
import data.bulwark.lib.tf

# A document whose statements can be read.
is_readable(document) if {
	is_object(document)
	not tf.is_unknown(document)
	not tf.is_unknown(document.Statement)
}

# Statements with their position from 0.
statements(document) := [{"index": index, "body": statement} |
	is_readable(document)
	some index, statement in tf.list(document.Statement)
	is_object(statement)
	not tf.is_unknown(statement)
]

# Where a statement's element stands: "policy.Statement[0].Action".
path(attribute, s, element) := concat("", [attribute, ".Statement[", format_int(s.index, 10), "].", element])

# What of a readable document cannot be read: a statement written through an expression, or whether a statement allows or denies.
unreadable_statements(document) := [value |
	is_readable(document)
	some statement in tf.list(document.Statement)
	is_object(statement)
	some value in [statement, object.get(statement, "Effect", null)]
	tf.is_unknown(value)
]

# Facts about a document, or parts of it, that no rule can read.
unreadable_facts(_, _, null) := []

unreadable_facts(r, attribute, document) := [result.unknown(r, attribute, document)] if {
	not is_null(document)
	not is_readable(document)
}

unreadable_facts(r, attribute, document) := [result.unknown(r, attribute, value) | some value in unreadable_statements(document)] if {
	is_readable(document)
}

allows(document) := [s | some s in statements(document); s.body.Effect == "Allow"]

denies(document) := [s | some s in statements(document); s.body.Effect == "Deny"]

actions(statement) := tf.list(object.get(statement, "Action", null))

resources(statement) := tf.list(object.get(statement, "Resource", null))

# Principals as {kind, value}; "*" alone counts for every kind.
principals(statement) := [{"kind": "*", "value": "*"}] if statement.Principal == "*"

principals(statement) := [{"kind": kind, "value": value} |
	some kind, values in statement.Principal
	some value in tf.list(values)
] if {
	is_object(statement.Principal)
	not tf.is_unknown(statement.Principal)
}

principals(statement) := [{"kind": "AWS", "value": statement.Principal}] if tf.is_unknown(statement.Principal)

principals(statement) := [] if not statement.Principal

is_everyone(principal) if {
	principal.kind in ["*", "AWS"]
	principal.value == "*"
}

# A value that may turn out to be a wildcard: nothing of its text is known, and it leads to nothing of AWS, whose names are never one.
may_be_wildcard(value) if {
	tf.is_unknown(value)
	not tf.has_text(value)
	not leads_to_aws(value)
}

leads_to_aws(value) if {
	some ref in tf.refs(value)
	some prefix in ["aws_", "awscc_", "data.aws_", "data.awscc_"]
	startswith(tf.type_of(ref), prefix)
	not free_text[tf.type_of(ref)]
}

# Resources whose attributes are whatever somebody put there.
free_text := {"aws_ssm_parameter", "data.aws_ssm_parameter", "data.aws_secretsmanager_secret_version", "aws_cloudformation_stack", "aws_cloudformation_stack_set"}

hidden_actions(statement) := [action | some action in actions(statement); may_be_wildcard(action)]

hidden_resources(statement) := [resource | some resource in resources(statement); may_be_wildcard(resource)]

# Whom a statement lets in cannot be told, and nothing narrows it.
hidden_principals(statement) := [principal.value |
	some principal in principals(statement)
	principal.kind == "AWS"
	may_be_wildcard(principal.value)
	not is_narrowed(statement)
]

# Facts about a document that may be open to everyone, and nobody can know.
hidden_public(r, attribute, document) := array.concat(unreadable_facts(r, attribute, document), [result.with_detail(result.unknown(r, place, value), place) |
	some s in allows(document)
	some [element, value] in hidden_openings(s.body)
	place := path(attribute, s, element)
])

hidden_openings(statement) := array.concat(
	[["Principal", value] | some value in hidden_principals(statement)],
	[["Condition", value] |
		some principal in principals(statement)
		is_everyone(principal)
		not is_narrowed(statement)
		some value in hidden_conditions(statement)
	],
)

# A statement lets everyone in, and no condition holds it back or may turn out to.
is_open(statement) if {
	not is_narrowed(statement)
	count(hidden_conditions(statement)) == 0
}

# Action names are case-insensitive.
has_action(statement, name) if {
	some action in actions(statement)
	is_string(action)
	lower(action) == lower(name)
}

is_pattern(text) if contains(text, "*")

is_pattern(text) if contains(text, "?")

# Condition keys are case-insensitive; their operators carry prefixes and suffixes (ForAnyValue:, ...IfExists).
conditions(statement) := [{"operator": operator, "key": lower(key), "values": tf.list(value)} |
	is_object(statement.Condition)
	some operator, block in statement.Condition
	is_object(block)
	some key, value in block
]

# What of a statement's conditions is not known before apply: all of them, or those of an operator.
hidden_conditions(statement) := [condition] if {
	condition := object.get(statement, "Condition", null)
	tf.is_unknown(condition)
}

hidden_conditions(statement) := [block | some block in condition; tf.is_unknown(block)] if {
	condition := object.get(statement, "Condition", null)
	is_object(condition)
	not tf.is_unknown(condition)
}

hidden_conditions(statement) := [] if not is_object(object.get(statement, "Condition", null))

has_condition(statement, key) if {
	some condition in conditions(statement)
	condition.key == lower(key)
}

# Keys that hold a statement open to everyone to one account, organisation or network.
narrowing_keys := {
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths",
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
	"aws:sourcevpc", "aws:sourcevpce", "aws:sourceip", "kms:calleraccount", "s3:dataaccesspointaccount",
}

is_narrowed(statement) if {
	some condition in conditions(statement)
	narrowing_keys[condition.key]
	not startswith(lower(condition.operator), "null")
	not contains(lower(condition.operator), "not")
	every value in condition.values {
		value != "*"
	}
}

# A statement that refuses every request not sent over TLS, for the service prefix ("s3", "sqs", "sns").
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
denies_plaintext(document, service) if {
	some s in denies(document)
	some principal in principals(s.body)
	is_everyone(principal)
	some action in actions(s.body)
	lower(action) in all_actions[service]
	some condition in conditions(s.body)
	condition.key == "aws:securetransport"
	lower(condition.operator) in {"bool", "boolifexists"}
	some value in condition.values
	tf.is_false(value)
	covers(s.body, service)
	count(conditions(s.body)) == 1
}

# What is not known of statements that may turn out to refuse requests without TLS.
hidden_denials(document, service) := array.concat(unreadable_statements(document), [value |
	some s in statements(document)
	may_deny_plaintext(s.body, service)
	some value in hidden_parts(s.body)
])

hidden_parts(statement) := array.concat(
	[value |
		some part in [
			[object.get(statement, "Effect", null)], [principal.value | some principal in principals(statement)],
			actions(statement), resources(statement),
		]
		some value in part
		tf.is_unknown(value)
	],
	array.concat(hidden_conditions(statement), [value |
		some condition in conditions(statement)
		some value in condition.values
		tf.is_unknown(value)
	]),
)

may_deny_plaintext(statement, service) if {
	may_be_denial(object.get(statement, "Effect", null))
	some principal in principals(statement)
	may_be_everyone(principal)
	some action in actions(statement)
	may_be_any_action(action, service)
	may_cover(statement, service)
	may_ask_for_tls(statement)
}

may_be_denial("Deny")

may_be_denial(effect) if tf.is_unknown(effect)

may_be_everyone(principal) if is_everyone(principal)

may_be_everyone(principal) if may_be_wildcard(principal.value)

may_be_any_action(action, service) if lower(action) in all_actions[service]

may_be_any_action(action, _) if may_be_wildcard(action)

may_cover(statement, service) if covers(statement, service)

may_cover(statement, _) if count(hidden_resources(statement)) > 0

may_ask_for_tls(statement) if count(hidden_conditions(statement)) > 0

may_ask_for_tls(statement) if {
	some condition in conditions(statement)
	condition.key == "aws:securetransport"
	some value in condition.values
	may_be_false(value)
}

may_be_false(value) if tf.is_false(value)

may_be_false(value) if tf.is_unknown(value)

# Topic policies take no sns:*; publishing is what crosses the network.
all_actions := {"s3": {"*", "s3:*"}, "sqs": {"*", "sqs:*"}, "sns": {"*", "sns:*", "sns:publish"}}

# A bucket policy must name the bucket and its objects; elsewhere the resource is the one the policy hangs on.
covers(_, service) if service != "s3"

covers(statement, "s3") if "*" in resources(statement)

covers(statement, "s3") if {
	some objects in resources(statement)
	endswith(tf.text(objects), "/*")
	some bucket in resources(statement)
	not is_objects(bucket)
}

is_objects(resource) if endswith(tf.text(resource), "/*")

# Facts about a resource policy: whom it lets in. Absent passes, since without a policy only the account's own principals come in.
public_facts(_, _, null) := []

public_facts(r, attribute, document) := array.concat(
	[result.with_detail(result.fail(r, place, principal.value, "public"), place) |
		some s in allows(document)
		some principal in principals(s.body)
		is_everyone(principal)
		is_open(s.body)
		place := path(attribute, s, "Principal")
	],
	hidden_public(r, attribute, document),
) if {
	not is_null(document)
}

# Every policy document that grants rights to users, groups, roles and permission sets: [{r, attribute, document}]. A complete rule is held whole,
# however many rules ask; an array, since a set of resources would hash each of them.
identity := array.concat(array.concat(own_documents, set_documents), inline_documents)

own_documents := [{"r": r, "attribute": "policy", "document": object.get(r.values, "policy", null)} |
	some type in ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"]
	some r in tf.resources(type)
]

set_documents := [{"r": r, "attribute": "inline_policy", "document": object.get(r.values, "inline_policy", null)} |
	some r in tf.resources("aws_ssoadmin_permission_set_inline_policy")
]

inline_documents := [{"r": r, "attribute": "inline_policy", "document": object.get(block, "policy", null)} |
	some r in tf.resources("aws_iam_role")
	some block in tf.list(object.get(r.values, "inline_policy", null))
	is_object(block)
	not tf.is_unknown(block)
	not is_null(object.get(block, "policy", null))
]

# Whom roles let in, once for each principal of a statement that allows something: [{r, s, principal}].
trusted := [{"r": r, "s": s, "principal": principal} |
	some r in tf.resources("aws_iam_role")
	some s in allows(r.values.assume_role_policy)
	some principal in principals(s.body)
]

# Trust policies of roles, or parts of them, that cannot be read, as facts.
unreadable_trust := [fact |
	some r in tf.resources("aws_iam_role")
	some fact in unreadable_facts(r, "assume_role_policy", object.get(r.values, "assume_role_policy", null))
]

# Their statements that allow something: [{d, s}].
grants := [{"d": d, "s": s} |
	some d in identity
	some s in allows(d.document)
]

# Those that name a resource with an open end. No other can reach all of anything, and few do: most rules need to look at nothing else.
broad := [grant |
	some grant in grants
	has_open_end(grant.s.body)
]

has_open_end(statement) if {
	some resource in resources(statement)
	is_string(resource)
	endswith(resource, "*")
}

# Those of which it cannot be told what they reach, once for each resource: [{d, s, resource}].
unclear := [{"d": grant.d, "s": grant.s, "resource": resource} |
	some grant in grants
	some resource in hidden_resources(grant.s.body)
]

# Those of which it cannot be told what they allow, once for each action: [{d, s, action}].
vague := [{"d": grant.d, "s": grant.s, "action": action} |
	some grant in grants
	some action in hidden_actions(grant.s.body)
]

# Documents of identity policies that cannot be read, as facts.
unreadable_identity := [fact |
	some d in identity
	some fact in unreadable_facts(d.r, d.attribute, d.document)
]

# Facts about grants of these actions (lower case) on what may turn out to be every resource.
hidden_reach(names) := {result.with_detail(result.unknown(d.r, place, resource), place) |
	some {"d": d, "s": s, "resource": resource} in unclear
	some action in actions(s.body)
	names[lower(action)]
	place := path(d.attribute, s, "Resource")
}

# A statement that reaches every resource of its service, whatever stands around the wildcard: "*", "arn:aws:iam::*:role/*".
reaches_all(statement, kinds) if {
	some resource in resources(statement)
	is_string(resource)
	is_all(resource, kinds)
}

is_all("*", _)

is_all(resource, kinds) if {
	some kind in kinds
	endswith(resource, concat("", [":", kind, "*"]))
}
