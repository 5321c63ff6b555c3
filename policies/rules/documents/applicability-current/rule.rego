# METADATA
# title: "Applicable law is reviewed every 90 days, and nothing in force is still planned"
# description: >-
#   The record of applicable law has been decided within 90 days, its review date has not passed, and no decision
#   treats a law that applies in full as still to come.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Applicability"]
#   obligations: [OBL-REG-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     decidedOn is at most 90 days old, reviewBy has not passed, and no decision's from lies ahead of a law
#     that applies already.
#   fix:
#     document: >-
#       Review the decisions, then set decidedOn to that day and reviewBy at most 90 days later.
#   since: "0.1.0"
package bulwark.rules.applicability_current

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.applicability

findings contains doc.fail(r, "decidedOn", r.values.decidedOn, "not-reviewed-in-time", "decidedOn") if {
	some r in doc.of_kind("Applicability")
	date.age(r.values.decidedOn) > limits.reviewDays
}

findings contains doc.fail(r, "reviewBy", r.values.reviewBy, "review-is-overdue", "reviewBy") if {
	some r in doc.of_kind("Applicability")
	date.is_past(r.values.reviewBy)
}

findings contains doc.fail(r, doc.path(decision, "from"), decision.is.from, "in-force-but-still-planned", concat(" ", [row.is.model, row.is.market, decision.is.regime])) if {
	some r in doc.of_kind("Applicability")
	some row in doc.items(r, "products")
	some decision in doc.inner(row, "regimes")
	decision.is.applies == true
	date.is_future(decision.is.from)
	not date.is_future(limits.appliesInFull[decision.is.regime])
}
