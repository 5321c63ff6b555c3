# METADATA
# title: "The plan knows the authority of each law that applies"
# description: >-
#   For each law that applies and wants a report, the plan names whom to tell, and for those that want it, how the
#   people concerned are told.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-4, OBL-INC-6, OBL-DATA-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each reporting law that the Applicability document decides as applying has an entry under authorities,
#     with a stage to-people where the law has one.
#   fix:
#     document: >-
#       authorities: [{ regime: eu-nis2, track, to, country, channel, stages: [{ stage: early-warning, from:
#       aware, within: { amount: 24, unit: hour }, provision }] }]
#   since: "0.1.0"
package bulwark.rules.incident_authorities

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.incident

applying contains decision.regime if {
	some record in doc.of_kind("Applicability")
	some row in record.values.products
	some decision in row.regimes
	decision.applies == true
	not date.is_future(decision.from)
}

findings contains doc.fail(r, "authorities", null, "no-authority-for-a-law-that-applies", regime) if {
	some r in doc.of_kind("IncidentPlan")
	some regime in limits.reporting
	regime in applying
	not regime in {authority.regime | some authority in r.values.authorities}
}

findings contains doc.fail(r, doc.path(authority, "stages"), null, "people-are-not-told", concat(" ", [authority.is.regime, authority.is.track])) if {
	some r in doc.of_kind("IncidentPlan")
	some authority in doc.items(r, "authorities")
	authority.is.regime in limits.toPeople
	not "to-people" in {stage.stage | some stage in authority.is.stages}
}

findings contains doc.unknown(r, "authorities", "no-applicability-document-in-the-input", r.values.name) if {
	some r in doc.of_kind("IncidentPlan")
	not doc.is_given("Applicability")
}
