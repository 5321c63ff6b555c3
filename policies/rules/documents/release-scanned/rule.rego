# METADATA
# title: "A release is scanned within a day before it goes out"
# description: >-
#   The scan of the component list is at most 24 hours old at the release, and every critical hit has a decision.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-RISK-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     scan.at is at most 24 hours before released, and scan.untriagedCritical is 0.
#   fix:
#     document: >-
#       Scan again right before the release and decide on each critical hit.
#   since: "0.1.0"
package bulwark.rules.release_scanned

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "scan.at", r.values.scan.at, "not-within-a-day-before-the-release", "at") if {
	some r in doc.of_kind("Release")
	hours := date.hours(r.values.released) - date.hours(r.values.scan.at)
	not is_recent(hours)
}

is_recent(hours) if {
	hours >= 0
	hours <= data.baseline.documents.release.scanHours
}

findings contains doc.fail(r, "scan.untriagedCritical", r.values.scan.untriagedCritical, "critical-hits-without-a-decision", "untriaged") if {
	some r in doc.of_kind("Release")
	r.values.scan.untriagedCritical > 0
}
