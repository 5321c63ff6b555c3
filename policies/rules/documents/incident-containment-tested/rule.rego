# METADATA
# title: "Cutting a device off was tried within 90 days"
# description: >-
#   The way to contain a device is tried regularly, not found broken when it is needed.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     containment.lastTested is at most 90 days ago.
#   fix:
#     document: >-
#       Try the quarantine and set containment.lastTested.
#   since: "0.1.0"
package bulwark.rules.incident_containment_tested

import data.bulwark.lib.date
import data.bulwark.lib.doc
import data.bulwark.lib.result

findings contains result.fail(r, "containment.lastTested", r.values.containment.lastTested, "not-tried-within-ninety-days") if {
	some r in doc.of_kind("IncidentPlan")
	date.age(r.values.containment.lastTested) > data.baseline.documents.incident.containmentTestDays
}
