# METADATA
# title: "The risk assessment is newer than the architecture and covers every release"
# description: >-
#   A register is assessed after the last change of architecture, at most twelve months ago, its threat model is
#   no older than that change, and it covers the version of every release of the product.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
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
#     assessedOn and threatModel.date are not before lastArchitectureChange, assessedOn is at most a year old,
#     and versions hold every released version.
#   fix:
#     document: >-
#       Assess again and set assessedOn, threatModel.date and versions.
#   since: "0.1.0"
package bulwark.rules.risk_assessment_current

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "assessedOn", r.values.assessedOn, "older-than-the-architecture", "assessedOn") if {
	some r in doc.of_kind("RiskRegister")
	r.values.assessedOn < r.values.lastArchitectureChange
}

findings contains doc.fail(r, "threatModel.date", r.values.threatModel.date, "older-than-the-architecture", "threatModel") if {
	some r in doc.of_kind("RiskRegister")
	r.values.threatModel.date < r.values.lastArchitectureChange
}

findings contains doc.fail(r, "assessedOn", r.values.assessedOn, "older-than-twelve-months", "assessedOn") if {
	some r in doc.of_kind("RiskRegister")
	date.age(r.values.assessedOn) > data.baseline.documents.risk.assessmentDays
}

findings contains doc.fail(r, "versions", r.values.versions, "release-not-covered", release.values.name) if {
	some r in doc.of_kind("RiskRegister")
	some release in doc.of_kind("Release")
	release.values.product == r.values.product
	not release.values.version in r.values.versions
}
