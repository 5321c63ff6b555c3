# METADATA
# title: "Rights end, sessions are short, and leavers hold none"
# description: >-
#   Each right has an end within the limit, sessions end within a working day, and nobody who left still holds a
#   right.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/AccessReview"]
#   obligations: [OBL-IAM-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A grant lives at most limits.grantDays (no more than 365 days), sessionMinutes is at most 720, and
#     people who left have no live grant.
#   fix:
#     document: >-
#       Set expires within the limit; end the grants of leavers on the day they leave.
#   since: "0.1.0"
package bulwark.rules.access_expires

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.access

findings contains doc.fail(r, doc.path(grant, "expires"), grant.is.expires, "lives-longer-than-the-limit", grant.is.id) if {
	some r in doc.of_kind("AccessReview")
	some grant in doc.items(r, "grants")
	date.days(grant.is.expires) - date.days(grant.is.granted) > min({r.values.limits.grantDays, limits.grantDays})
}

findings contains doc.fail(r, "limits.sessionMinutes", r.values.limits.sessionMinutes, "above-baseline", "sessionMinutes") if {
	some r in doc.of_kind("AccessReview")
	r.values.limits.sessionMinutes > limits.sessionMinutes
}

findings contains doc.fail(r, doc.path(grant, "person"), grant.is.person, "left-but-still-holds-it", grant.is.id) if {
	some r in doc.of_kind("AccessReview")
	some grant in doc.items(r, "grants")
	some person in r.values.people
	person.id == grant.is.person
	date.is_past(person.left)
	not date.is_past(grant.is.expires)
}
