# METADATA
# title: "Every right is reviewed within 90 days, by someone else"
# description: >-
#   Each right held was reviewed within 90 days by a person other than its holder, and one not used in that time
#   is not simply kept.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/AccessReview"]
#   obligations: [OBL-IAM-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     reviewed is at most 90 days ago, reviewer is not person, and a right unused for 90 days is reduced or
#     revoked.
#   fix:
#     document: >-
#       Review the grant: reviewed, reviewer (someone else), decision: reduce or revoke when unused.
#   since: "0.1.0"
package bulwark.rules.access_reviewed

import data.bulwark.lib.date
import data.bulwark.lib.doc

limit := data.baseline.documents.access.reviewDays

findings contains doc.fail(r, doc.path(grant, "reviewed"), grant.is.reviewed, "not-reviewed-in-time", grant.is.id) if {
	some r in doc.of_kind("AccessReview")
	some grant in live(r)
	date.age(grant.is.reviewed) > limit
}

findings contains doc.fail(r, doc.path(grant, "reviewer"), grant.is.reviewer, "reviewed-their-own-right", grant.is.id) if {
	some r in doc.of_kind("AccessReview")
	some grant in live(r)
	grant.is.reviewer == grant.is.person
}

findings contains doc.fail(r, doc.path(grant, "decision"), grant.is.decision, "kept-although-unused", grant.is.id) if {
	some r in doc.of_kind("AccessReview")
	some grant in live(r)
	grant.is.decision == "keep"
	not is_used(grant.is)
}

findings contains doc.fail(r, "limits.reviewEveryDays", r.values.limits.reviewEveryDays, "above-baseline", "limits") if {
	some r in doc.of_kind("AccessReview")
	r.values.limits.reviewEveryDays > limit
}

is_used(grant) if date.age(grant.lastUsed) <= limit

is_used(grant) if date.age(grant.granted) <= limit

live(r) := [grant |
	some grant in doc.items(r, "grants")
	not date.is_past(grant.is.expires)
]
