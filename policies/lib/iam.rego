# METADATA
# title: IAM policy documents
# description: Reads policy documents of IAM, resource policies and AWS IoT policies that the lift has parsed.
package bulwark.lib.iam

import data.bulwark.lib.bounds
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

# Where a statement that allows something lets everyone in, with what is written there. NotPrincipal lets in everyone else, strangers among them:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
openings(statement) := array.concat(
	[["Principal", principal.value] | some principal in principals(statement); is_everyone(principal)],
	[["NotPrincipal", statement.NotPrincipal] | leaves_out_some(statement); count(hidden_exceptions(statement)) == 0],
)

leaves_out_some(statement) if {
	every principal in exceptions(statement) {
		not is_everyone(principal)
	}
	statement.NotPrincipal
}

exceptions(statement) := principals({"Principal": object.get(statement, "NotPrincipal", null)})

# Who is left out cannot be told, and may be everyone.
hidden_exceptions(statement) := [principal.value |
	some principal in exceptions(statement)
	may_be_wildcard(principal.value)
]

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
	not bounds.is_narrowed(statement)
]

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

# What of a statement's conditions is not known before apply: all of them, those of an operator, or what is asked for.
hidden_conditions(statement) := [condition] if {
	condition := object.get(statement, "Condition", null)
	tf.is_unknown(condition)
}

hidden_conditions(statement) := [value | some block in condition; some value in hidden_in(block)] if {
	condition := object.get(statement, "Condition", null)
	is_object(condition)
	not tf.is_unknown(condition)
}

hidden_conditions(statement) := [] if not is_object(object.get(statement, "Condition", null))

hidden_in(block) := [block] if tf.is_unknown(block)

# The lift writes a key that is not known as an expression, which no key of AWS holds.
hidden_in(block) := [{"$unknown": "expression", "refs": tf.refs(value)} |
	some key, value in block
	contains(key, "${")
] if {
	not tf.is_unknown(block)
}

has_condition(statement, key) if {
	some condition in conditions(statement)
	condition.key == lower(key)
}

# The account that "111122223333" or an ARN names.
account_of(text) := text if is_account(text)

account_of(text) := account if {
	account := split(text, ":")[4]
	is_account(account)
}

is_account(text) if regex.match(`^[0-9]{12}$`, text)
