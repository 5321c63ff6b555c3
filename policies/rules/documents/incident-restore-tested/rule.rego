# METADATA
# title: "Restoring from a backup was tried as often as planned"
# description: >-
#   A restore is tried at least every half year and as often as the plan itself says.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     recovery.restoreTested is within restoreEveryDays, which is at most 183.
#   fix:
#     document: >-
#       Restore into an empty account and set recovery.restoreTested.
#   since: "0.1.0"
package bulwark.rules.incident_restore_tested

import data.bulwark.lib.date
import data.bulwark.lib.doc

limit := data.baseline.documents.incident.restoreTestDays

findings contains doc.fail(r, "recovery.restoreEveryDays", r.values.recovery.restoreEveryDays, "above-baseline", "restoreEveryDays") if {
	some r in doc.of_kind("IncidentPlan")
	r.values.recovery.restoreEveryDays > limit
}

findings contains doc.fail(r, "recovery.restoreTested", r.values.recovery.restoreTested, "not-tried-as-often-as-planned", "restoreTested") if {
	some r in doc.of_kind("IncidentPlan")
	date.age(r.values.recovery.restoreTested) > min({limit, r.values.recovery.restoreEveryDays})
}
