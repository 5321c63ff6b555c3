# METADATA
# title: "No fact and no decision is left unknown"
# description: >-
#   The laws that bind follow from facts. A fact, a decision, the size of the entity or its standing under NIS 2
#   that is still unknown leaves all that rests on it undecided.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Applicability"]
#   obligations: [OBL-REG-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No fact, no decision, size or nis2 is unknown.
#   fix:
#     document: >-
#       Find out and write true or false, with the reason in the decision.
#   since: "0.1.0"
package bulwark.rules.applicability_no_unknown

import data.bulwark.lib.doc

findings contains doc.fail(r, concat(".", [row.at, "facts", fact]), "unknown", "left-unknown", concat(" ", [row.is.model, row.is.market, fact])) if {
	some r in doc.of_kind("Applicability")
	some row in doc.items(r, "products")
	some fact, value in row.is.facts
	value == "unknown"
}

findings contains doc.fail(r, doc.path(decision, "applies"), "unknown", "left-unknown", concat(" ", [row.is.model, row.is.market, decision.is.regime])) if {
	some r in doc.of_kind("Applicability")
	some row in doc.items(r, "products")
	some decision in doc.inner(row, "regimes")
	decision.is.applies == "unknown"
}

findings contains doc.fail(r, concat(".", ["entity", fact]), "unknown", "left-unknown", fact) if {
	some r in doc.of_kind("Applicability")
	some fact in ["size", "nis2"]
	r.values.entity[fact] == "unknown"
}
