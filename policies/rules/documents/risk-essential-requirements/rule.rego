# METADATA
# title: "Each essential requirement is answered"
# description: >-
#   The register says for each point (a) to (m) of CRA Annex I Part I (2) whether it applies and how it is met, or
#   why it does not apply.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-RISK-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     essentialRequirements has one row for each of (a) to (m), none unknown.
#   fix:
#     document: >-
#       essentialRequirements: [{ ref: "Annex I Part I (2)(a)", applies: true, how: ... }, ...]
#   since: "0.1.0"
package bulwark.rules.risk_essential_requirements

import data.bulwark.lib.doc

points := {concat("", ["Annex I Part I (2)(", letter, ")"]) | some letter in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"]}

findings contains doc.fail(r, "essentialRequirements", null, "not-answered", point) if {
	some r in doc.of_kind("RiskRegister")
	some point in points
	not point in {row.ref | some row in r.values.essentialRequirements}
}

findings contains doc.fail(r, doc.path(row, "applies"), "unknown", "left-unknown", row.is.ref) if {
	some r in doc.of_kind("RiskRegister")
	some row in doc.items(r, "essentialRequirements")
	row.is.applies == "unknown"
}
