# METADATA
# title: Policy documents
# description: Reads policy documents of IAM, resource policies and AWS IoT policies that the lift has parsed.
package bulwark.lib.iam

import data.bulwark.lib.judge
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
	not is_narrowed(statement)
]

# Facts about a document that may be open to everyone, and nobody can know.
hidden_public(r, attribute, document) := array.concat(unreadable_facts(r, attribute, document), [result.with_detail(result.unknown(r, place, value), place) |
	some s in allows(document)
	some [element, value] in hidden_openings(s.body)
	place := path(attribute, s, element)
])

hidden_openings(statement) := array.concat(
	array.concat(
		[["Principal", value] | some value in hidden_principals(statement)],
		[["NotPrincipal", value] |
			leaves_out_some(statement)
			not is_narrowed(statement)
			some value in hidden_exceptions(statement)
		],
	),
	[["Condition", value] |
		count(openings(statement)) > 0
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

# Whether a condition has to be met: operators that end in IfExists or begin with ForAllValues: let a request pass in which the key is missing,
# unless another condition wants the key to be there. Those that refuse (StringNotEquals, Null) name nobody.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
is_asked(_, condition) if asking[trim_prefix(lower(condition.operator), "foranyvalue:")]

is_asked(statement, condition) if {
	is_asked_where_sent(condition)
	is_wanted(statement, condition.key)
}

is_asked_where_sent(condition) if asking[without_leave(lower(condition.operator))]

asking := {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress"}

without_leave(operator) := trim_suffix(trim_prefix(trim_prefix(operator, "forallvalues:"), "foranyvalue:"), "ifexists")

is_wanted(statement, key) if {
	some condition in conditions(statement)
	condition.key == key
	lower(condition.operator) == "null"
	some value in condition.values
	tf.is_false(value)
}

# Keys that hold a statement open to everyone to one account, organisation or network.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
narrowing_keys := {
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths", "aws:principalaccount",
	"aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourcevpc", "aws:sourcevpce", "aws:sourceip", "aws:userid",
	"aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths", "kms:calleraccount", "s3:dataaccesspointaccount", "s3:dataaccesspointarn",
}

is_narrowed(statement) if {
	some condition in conditions(statement)
	narrowing_keys[condition.key]
	names_somebody(statement, condition)
}

# Whoever comes over a mount target is in the network of the file system.
# https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
is_narrowed(statement) if {
	some condition in conditions(statement)
	condition.key == "elasticfilesystem:accessedviamounttarget"
	lower(condition.operator) == "bool"
	count(condition.values) > 0
	every value in condition.values {
		tf.is_true(value)
	}
}

# A condition that has to be met, each of whose values stands for somebody: one of them is enough for a request, and an empty list asks nothing.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
names_somebody(statement, condition) if {
	is_asked(statement, condition)
	stands_for_somebody(condition)
}

# The same of a service that acts for somebody: whether it says for whom is not the caller's choice, so IfExists does.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
names_source(condition) if {
	is_asked_where_sent(condition)
	stands_for_somebody(condition)
}

stands_for_somebody(condition) if {
	count(condition.values) > 0
	every value in condition.values {
		is_somebody(condition, value)
	}
}

is_somebody(_, value) if not tf.has_text(value)

is_somebody(condition, value) if {
	condition.key == "aws:sourceip"
	is_network(filled(value))
}

is_somebody(condition, value) if {
	condition.key != "aws:sourceip"
	tf.has_text(value)
	not is_request_variable(value)
	is_own(condition, filled(value))
}

# What begins with something that a resource of AWS says of itself is its ARN: a wildcard stands behind it.
is_somebody(condition, value) if {
	arn_keys[condition.key]
	tf.is_unknown(value)
	startswith(value.template, "${")
	leads_to_aws(value)
}

# Text with something that is no wildcard for what is not known of it.
filled(value) := value if is_string(value)

filled(value) := concat("", array.concat([pieces[0]], [concat("x", ["", after_brace(piece)]) | some at, piece in pieces; at > 0])) if {
	tf.is_unknown(value)
	is_string(value.template)
	pieces := split(value.template, "${")
}

after_brace(piece) := concat("}", array.slice(parts, 1, count(parts))) if parts := split(piece, "}")

# What the request itself says, as "${aws:PrincipalOrgID}", everyone says rightly; what it says of the resource is ours.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
is_request_variable(value) if {
	is_string(value)
	some at, variable in split(lower(value), "${")
	at > 0
	not startswith(variable, "aws:resource")
	not is_character(variable)
}

# ${*}, ${?} and ${$} are the characters themselves.
is_character(variable) if {
	some character in ["*}", "?}", "$}"]
	startswith(variable, character)
}

# S3 calls a network wider than these everyone, and a value with a wildcard nobody's, save in an ARN whose account is fixed.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
is_network(text) if {
	count(split(text, "/")) == 1
	not is_pattern(text)
}

is_network(text) if {
	[address, bits] := split(text, "/")
	regex.match(`^[0-9]+$`, bits)
	to_number(bits) >= widest(address)
}

is_network(text) if endswith(text, "/x")

widest(address) := 32 if {
	contains(address, ":")
} else := 8

is_own(_, text) if not is_pattern(text)

# Wildcards are characters there: such a value fits nobody.
is_own(condition, _) if contains(lower(condition.operator), "stringequals")

is_own(condition, text) if {
	arn_keys[condition.key]
	has_owner(split(text, ":"))
}

# The organisation begins the path, and its id is all that is its own.
is_own(condition, text) if {
	endswith(condition.key, "orgpaths")
	organisation := split(text, "/")[0]
	organisation != ""
	not is_pattern(organisation)
}

arn_keys := {"aws:sourcearn", "aws:principalarn", "s3:dataaccesspointarn"}

has_owner(fields) if {
	some field in fields
	regex.match(`^[0-9]{12}$`, field)
}

has_owner(fields) if {
	account := fields[4]
	account != ""
	not is_pattern(account)
}

# The ARN of a bucket carries no account: its name is nobody else's.
has_owner(fields) if {
	fields[2] == "s3"
	bucket := split(fields[5], "/")[0]
	not bucket in ["", "accesspoint", "job", "storage-lens"]
	not is_pattern(bucket)
}

# A statement that refuses every request not sent over TLS, for the service prefix ("s3", "sqs", "sns").
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
denies_plaintext(document, service) if {
	covers([s.body | some s in denies(document); refuses_plaintext(s.body, service)], service)
}

refuses_plaintext(statement, service) if {
	some principal in principals(statement)
	is_everyone(principal)
	some action in actions(statement)
	lower(action) in all_actions[service]
	some condition in conditions(statement)
	condition.key == "aws:securetransport"
	lower(condition.operator) in {"bool", "boolifexists"}
	some value in condition.values
	tf.is_false(value)
	count(conditions(statement)) == 1
}

# What is not known of statements that may turn out to refuse requests without TLS.
hidden_denials(document, service) := array.concat(unreadable_statements(document), [value |
	found := [s.body | some s in statements(document); may_refuse_plaintext(s.body, service)]
	may_cover(found, service)
	some statement in found
	some value in hidden_parts(statement)
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

may_refuse_plaintext(statement, service) if {
	may_be_denial(object.get(statement, "Effect", null))
	some principal in principals(statement)
	may_be_everyone(principal)
	some action in actions(statement)
	may_be_any_action(action, service)
	may_ask_for_tls(statement)
}

may_be_denial("Deny")

may_be_denial(effect) if tf.is_unknown(effect)

may_be_everyone(principal) if is_everyone(principal)

may_be_everyone(principal) if may_be_wildcard(principal.value)

may_be_any_action(action, service) if lower(action) in all_actions[service]

may_be_any_action(action, _) if may_be_wildcard(action)

may_cover(found, service) if covers(found, service)

may_cover(found, _) if {
	some statement in found
	some resource in resources(statement)
	not tf.has_text(resource)
}

may_ask_for_tls(statement) if count(hidden_conditions(statement)) > 0

may_ask_for_tls(statement) if {
	some condition in conditions(statement)
	condition.key == "aws:securetransport"
	some value in condition.values
	may_be_false(value)
}

may_be_false(value) if tf.is_false(value)

may_be_false(value) if tf.is_unknown(value)

# Publishing is what AWS refuses on a topic to who comes without TLS. Not every action of SNS may stand in the policy of a topic:
# https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html, https://github.com/hashicorp/terraform/issues/12740
all_actions := {"s3": {"*", "s3:*"}, "sqs": {"*", "sqs:*"}, "sns": {"*", "sns:*", "sns:publish"}}

# A bucket policy must name the bucket and its objects, in one statement or in several; elsewhere the resource is the one the policy hangs on.
covers(found, service) if {
	service != "s3"
	count(found) > 0
}

covers(found, "s3") if {
	some statement in found
	reaches_bucket(statement)
	some other in found
	some resource in resources(other)
	is_objects(resource)
}

reaches_bucket(statement) if {
	named := resources(statement)
	some resource in named
	is_bucket(resource, named)
}

# Whether it reaches the bucket cannot be told.
hidden_bucket(statement) := [resource |
	not reaches_bucket(statement)
	some resource in resources(statement)
	not tf.has_text(resource)
]

# All objects of a bucket: "arn:aws:s3:::NAME/*", and "arn:aws:s3:::NAME*", which is the bucket as well.
is_objects(resource) if regex.match(`^[^/]*(/[*]+|[*])$`, within_service(resource))

is_bucket(resource, _) if {
	tf.has_text(resource)
	not contains(within_service(resource), "/")
}

# A reference that stands beside a text is the bucket itself. Where none of a list has text, each may be a text around the reference: a plan says of
# a list in a data source only what it refers to.
is_bucket(resource, named) if {
	resource["$unknown"] == "reference"
	some other in named
	tf.has_text(other)
}

within_service(resource) := array.reverse(split(filled(resource), ":::"))[0]

# Facts about a resource policy: whom it lets in. Absent passes, since without a policy only the account's own principals come in.
public_facts(_, _, null) := []

public_facts(r, attribute, document) := array.concat(
	[result.with_detail(result.fail(r, place, value, "public"), place) |
		some s in allows(document)
		some [element, value] in openings(s.body)
		is_open(s.body)
		place := path(attribute, s, element)
	],
	hidden_public(r, attribute, document),
) if {
	not is_null(document)
}

# Facts about a permission for one principal, which holds no document: an attribute narrows it where it is for everyone.
permission_facts(r, attribute) := facts if {
	principal := tf.step(r.values, "principal")
	narrowing := tf.step(r.values, attribute)
	facts := array.concat(
		[fact | principal == "*"; some fact in unnarrowed(r, attribute, narrowing)],
		[result.unknown(r, "principal", principal) | may_be_wildcard(principal); narrowing in [null, ""]],
	)
}

unnarrowed(r, attribute, narrowing) := [result.fail(r, "principal", "*", "public")] if {
	narrowing in [null, ""]
} else := [result.unknown(r, attribute, narrowing)] if {
	judge.may_be_nothing(narrowing)
} else := []

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
	endswith(tf.text(resource), "*")
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

# Documents of identity policies that cannot be read, and those that give no rights, as facts.
unjudged_identity := array.concat(
	[fact | some d in identity; some fact in unreadable_facts(d.r, d.attribute, d.document)],
	[result.not_applicable(r, "only-a-boundary") | some r in boundaries],
)

# A statement that reaches every resource, or all of one of the kinds: ["iam:role", "iam:user"].
reaches_all(statement, kinds) if {
	some resource in resources(statement)
	is_all(tf.text(resource), kinds)
}

is_all(resource, _) if is_every(resource)

# Nothing but wildcards stands behind the kind, or behind the beginning of its name: "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role*".
is_all(resource, kinds) if {
	fields := split(resource, ":")
	count(fields) > 5
	endswith(resource, "*")
	named := concat(":", [fields[2], trim(without_parts(named_in(fields)), "*?/:")])
	some kind in kinds
	startswith(kind, named)
}

# Each part of each of a kind is all of the kind: "log-group:*:log-stream:*", "table/*/index/*".
without_parts(name) := replace(replace(replace(name, "*:log-stream:*", "*"), "/*/index/*", "/*"), "/*/stream/*", "/*")

# "*", or an ARN that names nothing of its service: "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:kms:*".
is_every(resource) if is_any(resource)

is_every(resource) if {
	fields := split(resource, ":")
	fields[0] == "arn"
	endswith(resource, "*")
	trim(named_in(fields), "*?/:") == ""
}

named_in(fields) := concat(":", array.slice(fields, 5, count(fields)))

# Text of nothing but wildcards: "*", "**", "?*".
is_any(text) if {
	contains(text, "*")
	trim(text, "*?") == ""
}

# Every action of every service: "*", and "*:*", which means the same.
is_any_action(action) if {
	is_string(action)
	contains(action, "*")
	trim(action, "*?:") == ""
}

# Every action of one service: "iam:*", "iam:?*".
is_whole_service(action) if {
	is_string(action)
	[service, name] := split(action, ":")
	trim(service, "*?") != ""
	is_any(name)
}
