# METADATA
# title: Conditions that name somebody
# description: Tells which conditions of a statement have to be met, and whether what they ask for stands for somebody.
package bulwark.lib.bounds

import data.bulwark.lib.iam
import data.bulwark.lib.tf

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
	some condition in iam.conditions(statement)
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
	some condition in iam.conditions(statement)
	narrowing_keys[condition.key]
	names_somebody(statement, condition)
}

# Whoever comes over a mount target is in the network of the file system.
# https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
is_narrowed(statement) if {
	some condition in iam.conditions(statement)
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
	iam.leads_to_aws(value)
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
	not iam.is_pattern(text)
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

is_own(_, text) if not iam.is_pattern(text)

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
	not iam.is_pattern(organisation)
}

arn_keys := {"aws:sourcearn", "aws:principalarn", "s3:dataaccesspointarn"}

has_owner(fields) if {
	some field in fields
	regex.match(`^[0-9]{12}$`, field)
}

has_owner(fields) if {
	account := fields[4]
	account != ""
	not iam.is_pattern(account)
}

# The ARN of a bucket carries no account: its name is nobody else's.
has_owner(fields) if {
	fields[2] == "s3"
	bucket := split(fields[5], "/")[0]
	not bucket in ["", "accesspoint", "job", "storage-lens"]
	not iam.is_pattern(bucket)
}
