# METADATA
# title: "Roles are not open to everyone"
# description: >-
#   A trust policy with Principal * and no narrowing condition lets any AWS account assume the role; a federated
#   principal without a condition on who the token is for lets any of its users, and with an issuer that serves
#   everybody (GitLab, HCP Terraform, Cognito) the condition has to be on the claim that says whose the token is.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#     description: "Principals"
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
#     description: "Issuers that serve everybody"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
#     description: "aws_iam_role"
# custom:
#   severity: critical
#   domain: identity
#   resource_types: ["aws_iam_role"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_60", "CKV_AWS_283"]
#     trivy: []
#     kics: ["12b7e704-37f0-4d1e-911a-44bf60c48c21"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00219", "FG_R00255"]
#   expected: >-
#     No Allow statement trusts Principal *, or everyone but somebody, without a condition that names somebody, nor a
#     federated principal without any, nor an issuer that serves everybody without one on whose the token is.
#   fix:
#     terraform: >-
#       Name the account, role or service; for OIDC add a condition on the sub and aud claims.
#     construct: >-
#       ServiceRole trusts one service.
#   since: "0.1.0"
package bulwark.rules.iam_role_trust_not_public

import data.bulwark.lib.bounds
import data.bulwark.lib.grants
import data.bulwark.lib.iam
import data.bulwark.lib.oidc
import data.bulwark.lib.resource_policy
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, path, principal.value, "federation-without-condition"), path) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "Federated"
	count(iam.conditions(s.body)) == 0
	count(iam.hidden_conditions(s.body)) == 0
	path := iam.path("assume_role_policy", s, "Condition")
}

# Of an issuer that serves everybody, a token is anybody's until the claim is asked for that says whose it is.
findings contains result.with_detail(result.fail(r, path, claim, "federation-with-anybody"), path) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	count(iam.conditions(s.body)) > 0
	count(iam.hidden_conditions(s.body)) == 0
	some issuer in oidc.issuers(principal)
	claim := tenancy[issuer]
	not says_whose(s.body, claim)
	path := iam.path("assume_role_policy", s, "Condition")
}

findings contains result.with_detail(result.unknown(r, path, value), path) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	some issuer in oidc.issuers(principal)
	claim := tenancy[issuer]
	not says_whose(s.body, claim)
	some value in iam.hidden_conditions(s.body)
	path := iam.path("assume_role_policy", s, "Condition")
}

# The issuers that AWS lists as shared, with the key that it wants asked for of each: the claim, or the name of the session. GitHub Actions has a rule
# of its own, and Turbonomic, which is listed too, has an address that changes. An issuer that is one organisation's, as that of a cluster, of a
# workspace of Bitbucket or of an organisation of CircleCI, needs no claim.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
tenancy := object.union(
	{issuer: concat(":", [issuer, claim]) | some claim, issuers in told_by; some issuer in issuers},
	{"sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d": "sts:rolesessionname"}, # Microsoft Sentinel
)

told_by := {
	"aud": {"api.pulumi.com/oidc", "cognito-identity.amazonaws.com", "oidc.vercel.com", "sandboxes.cloud"},
	"sub": {
		"agent.buildkite.com", "app.terraform.io", "gitlab.com", "oidc-configuration.audit-log.githubusercontent.com", "oidc.codefresh.io",
		"proidc.upbound.io", "scalr.io", "studio.datachain.ai/api", "tokens.cloud.shisho.dev", "vstoken.actions.githubusercontent.com",
	},
}

says_whose(statement, claim) if {
	some condition in iam.conditions(statement)
	condition.key == claim
	bounds.is_asked(statement, condition)
	count(condition.values) > 0
	every value in condition.values {
		is_somebody(condition, value)
	}
}

is_somebody(_, value) if not tf.has_text(value)

# One subject or audience; wildcards are characters where the operator takes none.
is_somebody(_, value) if {
	tf.has_text(value)
	not iam.is_pattern(bounds.filled(value))
}

is_somebody(condition, _) if contains(lower(condition.operator), "stringequals")

# A subject begins with a word and the organisation: "project_path:acme/fleet:*", "organization:acme:project:*".
is_somebody(_, value) if regex.match(`^[^*?:/]+:[^*?:/]+[:/]`, bounds.filled(value))

# There may be a condition, and it may be that there is none.
findings contains result.with_detail(result.unknown(r, path, condition), path) if {
	some {"r": r, "s": s, "principal": principal} in grants.trusted
	principal.kind == "Federated"
	condition := object.get(s.body, "Condition", null)
	tf.is_unknown(condition)
	path := iam.path("assume_role_policy", s, "Condition")
}

findings contains fact if {
	some r in tf.resources("aws_iam_role")
	some fact in resource_policy.public_facts(r, "assume_role_policy", object.get(r.values, "assume_role_policy", null))
}
