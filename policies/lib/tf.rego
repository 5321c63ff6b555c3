# METADATA
# title: Normal form
# description: >-
#   Reads the normal form of model/resource.ts. Absent (no key, or null) means that nobody wrote the attribute, so the default of AWS decides;
#   an object with $unknown means that the author wrote it and its value is not known before apply.
package bulwark.lib.tf

# Managed resources of a type that exist after apply.
resources(type) := object.get(managed, type, [])

# Held whole: many rules ask for the same type.
managed := {type: kept |
	some type, list in input.resources
	kept := [r |
		some r in list
		r.mode == "managed"
		not removed(r)
	]
}

removed(r) if r.actions == ["delete"]

# Whether a setting that an account has once in each region holds for a resource. The lift tells regions where there are several.
holds_for(setting, r) if not is_elsewhere(setting, r)

is_elsewhere(setting, r) if setting.region != r.region

is_unknown(value) if is_string(value["$unknown"])

# A value that a rule can judge.
is_known(value) if {
	not is_null(value)
	not is_unknown(value)
}

# Text of a value: known text, or the written template of a text with references in it.
text(value) := value if is_string(value)

text(value) := value.template if {
	is_unknown(value)
	is_string(value.template)
}

has_text(value) if is_string(text(value))

# One step into an object or a block. A block is an array whose first element counts; unknown stays unknown all the way down; absent is null.
step(value, key) := present(object.get(first, key, null)) if {
	first := head(value)
	is_object(first)
	not is_unknown(first)
} else := first if {
	first := head(value)
	is_unknown(first)
} else := null

# A block that is not there is an empty array in a plan and no key in a stack.
present([]) := null

present(value) := value if value != []

head(value) := value if {
	not is_array(value)
} else := value[0] if {
	count(value) > 0
} else := null

# Several steps, at most five: dig(r.values, ["rule", "apply_server_side_encryption_by_default", "sse_algorithm"]).
dig(value, [a]) := step(value, a)

dig(value, [a, b]) := step(step(value, a), b)

dig(value, [a, b, c]) := step(step(step(value, a), b), c)

dig(value, [a, b, c, d]) := step(step(step(step(value, a), b), c), d)

dig(value, [a, b, c, d, e]) := step(step(step(step(step(value, a), b), c), d), e)

# An attribute as an array: a block or a list as it is, a single value wrapped, absent as nothing.
list(value) := value if is_array(value)

list(null) := []

list(value) := [value] if {
	not is_array(value)
	not is_null(value)
}

# Booleans come as booleans, or as text: from states and hand-written JSON, and where the provider reads text as Go does, of launch templates for one.
# https://pkg.go.dev/strconv#ParseBool
is_true(value) if value in {true, "true", "True", "TRUE", "t", "T", "1"}

is_false(value) if value in {false, "false", "False", "FALSE", "f", "F", "0"}

# Tag of a resource, its own before what the provider's default_tags give.
tag(r, key) := value if {
	value := object.get(object.get(r.values, "tags", {}), key, null)
	not is_null(value)
} else := value if {
	value := object.get(object.get(r.values, "tags_all", {}), key, null)
	not is_null(value)
}

# The addresses a value refers to.
refs(value) := object.get(value, "refs", []) if is_unknown(value)

refs(value) := [] if not is_unknown(value)

# True if one of the references leads to a resource of the type. Data sources carry their own prefix: "data.aws_kms_alias".
refers_to_type(value, type) if {
	some ref in refs(value)
	has_type(ref, type)
}

has_type(ref, type) if startswith(ref, concat("", [type, "."]))

has_type(ref, type) if {
	contains(ref, concat("", [".", type, "."]))
	not is_data(ref, concat("", ["data.", type, "."]))
}

# A module may be called data, too.
is_data(ref, lookup) if startswith(ref, lookup)

is_data(ref, lookup) if {
	contains(ref, concat("", [".", lookup]))
	not contains(ref, concat("", ["module.", lookup]))
}

# The instance key at the end of an address taken off: aws_s3_bucket.b["x"] -> aws_s3_bucket.b
base_address(address) := address if not endswith(address, "]")

# Quotes inside a key are escaped, so the last [" opens it.
base_address(address) := without_last(address, `["`) if endswith(address, `"]`)

base_address(address) := without_last(address, "[") if {
	endswith(address, "]")
	not endswith(address, `"]`)
}

without_last(text, open) := trim_suffix(text, concat("", [open, parts[count(parts) - 1]])) if parts := split(text, open)

# Type of what an address names; data sources with their prefix: "aws_kms_key", "data.aws_kms_alias".
type_of(address) := type if {
	parts := split(base_address(address), ".")
	type := typed(parts, count(parts))
}

typed(parts, length) := concat(".", ["data", parts[length - 2]]) if parts[length - 3] == "data"

typed(parts, length) := parts[length - 2] if not parts[length - 3] == "data"

# What other resources may call this one: its address, with and without instance key, and its literal names.
identifiers(r) := ({r.address, base_address(r.address)} | {value |
	some attribute in ["id", "arn", "name", "bucket", "key_id", "url", "function_name", "alias", "cluster_identifier", "domain_name"]
	value := r.values[attribute]
	is_string(value)
	value != ""
}) | {arn |
	bucket := r.values.bucket
	is_string(bucket)
	arn := concat("", ["arn:aws:s3:::", bucket])
}

# The names a value uses for what it points to.
targets(value) := {value} if is_string(value)

targets(value) := {ref | some ref in refs(value)} if is_unknown(value)

targets(value) := set() if {
	not is_string(value)
	not is_unknown(value)
}

# The names that a value has for the one thing it points to. Of several things of one type it is one, and nobody can tell which: they are left out.
sole_targets(value) := targets(value) if count(refs(value)) < 2

sole_targets(value) := {ref |
	some at, ref in value.refs
	count([type | some type in types; type == types[at]]) == 1
} if {
	count(refs(value)) > 1
	types := [type_of(ref) | some ref in value.refs]
}

# What a value that points to one thing may call this one: not the name of all instances, of which it is one.
names(r) := identifiers(r) if base_address(r.address) == r.address

names(r) := identifiers(r) - {base} if {
	base := base_address(r.address)
	base != r.address
}

# True if the value names the resource: by reference, or literally by name, id, ARN or bucket.
points_to(value, r) if {
	some target in targets(value)
	identifiers(r)[target]
}

# Blocks of one kind, each with the name that tells it from the others for a reader: what it holds under the key, else its place.
named_blocks(value, key) := [{"name": block_name(place, body, key), "body": body} | some place, body in list(value)]

block_name(_, body, key) := text(step(body, key)) if has_text(step(body, key))

block_name(place, body, key) := format_int(place, 10) if not has_text(step(body, key))
