# METADATA
# title: Resource policies
# description: Whom the policy of a resource lets in, and what of that cannot be told.
package bulwark.lib.resource_policy

import data.bulwark.lib.bounds
import data.bulwark.lib.iam
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

# Facts about a document that may be open to everyone, and nobody can know.
hidden_public(r, attribute, document) := array.concat(iam.unreadable_facts(r, attribute, document), [result.with_detail(result.unknown(r, place, value), place) |
	some s in iam.allows(document)
	some [element, value] in hidden_openings(s.body)
	place := iam.path(attribute, s, element)
])

hidden_openings(statement) := array.concat(
	array.concat(
		[["Principal", value] | some value in iam.hidden_principals(statement)],
		[["NotPrincipal", value] |
			iam.leaves_out_some(statement)
			not bounds.is_narrowed(statement)
			some value in iam.hidden_exceptions(statement)
		],
	),
	[["Condition", value] |
		count(iam.openings(statement)) > 0
		not bounds.is_narrowed(statement)
		some value in iam.hidden_conditions(statement)
	],
)

# A statement lets everyone in, and no condition holds it back or may turn out to.
is_open(statement) if {
	not bounds.is_narrowed(statement)
	count(iam.hidden_conditions(statement)) == 0
}

# Facts about a resource policy: whom it lets in. Absent passes, since without a policy only the account's own principals come in.
public_facts(_, _, null) := []

public_facts(r, attribute, document) := array.concat(
	[result.with_detail(result.fail(r, place, value, "public"), place) |
		some s in iam.allows(document)
		some [element, value] in iam.openings(s.body)
		is_open(s.body)
		place := iam.path(attribute, s, element)
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
		[result.unknown(r, "principal", principal) | iam.may_be_wildcard(principal); narrowing in [null, ""]],
	)
}

unnarrowed(r, attribute, narrowing) := [result.fail(r, "principal", "*", "public")] if {
	narrowing in [null, ""]
} else := [result.unknown(r, attribute, narrowing)] if {
	judge.may_be_nothing(narrowing)
} else := []
