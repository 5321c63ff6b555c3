# METADATA
# title: "Only named repositories of GitHub assume a role"
# description: >-
#   Every workflow of every GitHub user gets its token from the same issuer. A trust policy that asks only for the
#   audience, or for a subject like repo:* or repo:acme*, lets any of them become the role. The subject has to
#   begin with repo: and a whole owner, which nobody else can have; claims that anyone may choose (workflow,
#   environment) do not hold.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub
#     description: "Role for the GitHub OIDC provider"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_openid_connect_provider
#     description: "aws_iam_openid_connect_provider"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-IAM-8, OBL-SDLC-13]
#   equivalents:
#     checkov: ["CKV_AWS_358", "CKV_AWS_393"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A condition on the sub claim names an owner and, with StringEquals, the repository.
#   fix:
#     terraform: >-
#       Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" =
#       "repo:OWNER/REPOSITORY:ref:refs/heads/main" } }
#   since: "0.1.0"
package bulwark.rules.iam_role_trust_github_bound

import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.oidc
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, place, subjects(s.body), "any-repository"), place) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	is_github(principal)
	count(iam.hidden_conditions(s.body)) == 0
	not names_repository(s.body)
	not has_unknown_subject(s.body)
	place := iam.path("assume_role_policy", s, "Condition")
}

findings contains result.unknown(r, iam.path("assume_role_policy", s, "Condition"), value) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	is_github(principal)
	not names_repository(s.body)
	some value in array.concat(unknown_subjects(s.body), iam.hidden_conditions(s.body))
}

findings contains fact if some fact in grants.unreadable_trust

is_github(principal) if {
	some issuer in oidc.issuers(principal)
	startswith(issuer, "token.actions.githubusercontent.com")
}

claims(statement) := [condition |
	some condition in iam.conditions(statement)
	condition.key == "token.actions.githubusercontent.com:sub"
	not contains(lower(condition.operator), "not")
	not startswith(lower(condition.operator), "null")
]

subjects(statement) := [value | some claim in claims(statement); some value in claim.values]

unknown_subjects(statement) := [value | some value in subjects(statement); not tf.has_text(value)]

has_unknown_subject(statement) if count(unknown_subjects(statement)) > 0

# Several conditions must all hold, so one that names the repository is enough; of several values one is, so each has to.
names_repository(statement) if {
	some claim in claims(statement)
	count(claim.values) > 0
	every value in claim.values {
		is_narrow(tf.text(value), lower(claim.operator))
	}
}

# Without wildcards it is one subject; where the pattern begins, the owner has to stand written out: repo:OWNER/...
is_narrow(subject, operator) if {
	contains(operator, "equals")
	regex.match(`^repo:[^/*?]+/[^*?]`, subject)
}

# There a wildcard is a character, and fits no workflow.
is_narrow(subject, operator) if {
	contains(operator, "equals")
	iam.is_pattern(subject)
}

is_narrow(subject, operator) if {
	contains(operator, "like")
	regex.match(`^repo:[^/*?]+/`, subject)
}
