# METADATA
# title: How far a statement reaches
# description: Tells actions and resources that mean everything, or all of one service or kind, whatever they are written as.
package bulwark.lib.scope

import data.bulwark.lib.iam
import data.bulwark.lib.tf

# A statement that reaches every resource, or all of one of the kinds: ["iam:role", "iam:user"].
reaches_all(statement, kinds) if {
	some resource in iam.resources(statement)
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
