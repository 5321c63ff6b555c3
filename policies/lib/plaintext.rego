# METADATA
# title: Requests without TLS
# description: Tells whether the policy of a resource refuses requests that are not sent over TLS.
package bulwark.lib.plaintext

import data.bulwark.lib.bounds
import data.bulwark.lib.iam
import data.bulwark.lib.tf

# A statement that refuses every request not sent over TLS, for the service prefix ("s3", "sqs", "sns").
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
denies_plaintext(document, service) if {
	covers([s.body | some s in iam.denies(document); refuses_plaintext(s.body, service)], service)
}

refuses_plaintext(statement, service) if {
	some principal in iam.principals(statement)
	iam.is_everyone(principal)
	some action in iam.actions(statement)
	lower(action) in all_actions[service]
	some condition in iam.conditions(statement)
	condition.key == "aws:securetransport"
	lower(condition.operator) in {"bool", "boolifexists"}
	some value in condition.values
	tf.is_false(value)
	count(iam.conditions(statement)) == 1
}

# What is not known of statements that may turn out to refuse requests without TLS.
hidden_denials(document, service) := array.concat(iam.unreadable_statements(document), [value |
	found := [s.body | some s in iam.statements(document); may_refuse_plaintext(s.body, service)]
	may_cover(found, service)
	some statement in found
	some value in hidden_parts(statement)
])

hidden_parts(statement) := array.concat(
	[value |
		some part in [
			[object.get(statement, "Effect", null)], [principal.value | some principal in iam.principals(statement)],
			iam.actions(statement), iam.resources(statement),
		]
		some value in part
		tf.is_unknown(value)
	],
	array.concat(iam.hidden_conditions(statement), [value |
		some condition in iam.conditions(statement)
		some value in condition.values
		tf.is_unknown(value)
	]),
)

may_refuse_plaintext(statement, service) if {
	may_be_denial(object.get(statement, "Effect", null))
	some principal in iam.principals(statement)
	may_be_everyone(principal)
	some action in iam.actions(statement)
	may_be_any_action(action, service)
	may_ask_for_tls(statement)
}

may_be_denial("Deny")

may_be_denial(effect) if tf.is_unknown(effect)

may_be_everyone(principal) if iam.is_everyone(principal)

may_be_everyone(principal) if iam.may_be_wildcard(principal.value)

may_be_any_action(action, service) if lower(action) in all_actions[service]

may_be_any_action(action, _) if iam.may_be_wildcard(action)

may_cover(found, service) if covers(found, service)

may_cover(found, _) if {
	some statement in found
	some resource in iam.resources(statement)
	not tf.has_text(resource)
}

may_ask_for_tls(statement) if count(iam.hidden_conditions(statement)) > 0

may_ask_for_tls(statement) if {
	some condition in iam.conditions(statement)
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
	some resource in iam.resources(other)
	is_objects(resource)
}

reaches_bucket(statement) if {
	named := iam.resources(statement)
	some resource in named
	is_bucket(resource, named)
}

# Whether it reaches the bucket cannot be told.
hidden_bucket(statement) := [resource |
	not reaches_bucket(statement)
	some resource in iam.resources(statement)
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

within_service(resource) := array.reverse(split(bounds.filled(resource), ":::"))[0]
