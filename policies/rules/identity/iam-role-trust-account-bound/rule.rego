# METADATA
# title: "A whole account is not trusted without a condition"
# description: >-
#   Trust in an account (its root) is trust in every identity there that may assume roles, now or later. A
#   condition says who of them: an external id for a supplier, a second factor for people, a principal ARN or tag
#   for a role. A role or user that the trust names itself needs none.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
#     description: "External id"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
#     description: "Account principals"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_61"]
#     trivy: []
#     kics: ["09c35abf-5852-4622-ac7a-b987b331232e", "bcdcbdc6-a350-4855-ae7c-d1e6436f7c97"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00255"]
#   expected: >-
#     A trusted account comes with a condition on an external id, a second factor or the principal.
#   fix:
#     terraform: >-
#       Condition = { StringEquals = { "sts:ExternalId" = VALUE } }, or name the role instead of the account.
#   since: "0.1.0"
package bulwark.rules.iam_role_trust_account_bound

import data.bulwark.lib.bounds
import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.result
import data.bulwark.lib.scope
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, place, principal.value, "whole-account"), principal.value) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "AWS"
	is_account(principal.value)
	not is_held(s.body)
	count(iam.hidden_conditions(s.body)) == 0
	place := iam.path("assume_role_policy", s, "Principal")
}

findings contains result.unknown(r, iam.path("assume_role_policy", s, "Condition"), value) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	is_account(principal.value)
	not is_held(s.body)
	some value in iam.hidden_conditions(s.body)
}

findings contains fact if some fact in grants.unreadable_trust

# The account itself: arn:aws:iam::123456789012:root or 123456789012. A text around a reference is read as far as it is written.
is_account(value) if {
	count(tf.text(value)) == 12
	trim(tf.text(value), "0123456789") == ""
}

is_account(value) if {
	[arn, _, service, region, _, name] := split(tf.text(value), ":")
	[arn, service, region, name] == ["arn", "iam", "", "root"]
}

is_held(statement) if {
	some condition in iam.conditions(statement)
	says_who(condition.key)
	bounds.is_asked(statement, condition)
	count(condition.values) > 0
	every value in condition.values {
		is_somebody(condition.key, value)
	}
}

# BoolIfExists lets in whoever has no session, since the key is missing there.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
is_held(statement) if {
	some condition in iam.conditions(statement)
	condition.key == "aws:multifactorauthpresent"
	lower(condition.operator) == "bool"
	count(condition.values) > 0
	every value in condition.values {
		may_be_true(value)
	}
}

# The age is there only where a second factor was.
is_held(statement) if {
	some condition in iam.conditions(statement)
	condition.key == "aws:multifactorauthage"
	lower(condition.operator) in {"numericlessthan", "numericlessthanequals"}
}

is_held(statement) if bounds.is_wanted(statement, "aws:multifactorauthage")

may_be_true(value) if tf.is_true(value)

may_be_true(value) if tf.is_unknown(value)

says_who(key) if who[key]

says_who(key) if startswith(key, "aws:principaltag/")

who := {
	"sts:externalid", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:userid", "aws:username", "aws:sourceip",
	"aws:sourcevpc", "aws:sourcevpce", "sts:sourceidentity",
}

is_somebody(_, value) if not tf.has_text(value)

is_somebody("aws:sourceip", value) if bounds.is_network(bounds.filled(value))

# Every user or every role of the account is the account.
is_somebody("aws:principalarn", value) if {
	tf.has_text(value)
	not scope.is_all(tf.text(value), ["iam:role", "iam:user"])
}

is_somebody(key, value) if {
	tf.has_text(value)
	not key in {"aws:sourceip", "aws:principalarn"}
	not scope.is_any(tf.text(value))
	not bounds.is_request_variable(value)
}
