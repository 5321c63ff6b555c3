# METADATA
# title: "The response plan is reviewed and exercised"
# description: >-
#   The plan's next review has not passed, and it was exercised within twelve months.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     nextReview has not passed and the last exercise is at most a year old.
#   fix:
#     document: >-
#       exercises: [{ date, scenario, participants, lessons }], and nextReview after each approval.
#   since: "0.1.0"
package bulwark.rules.incident_plan_current

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "nextReview", r.values.nextReview, "review-is-overdue", "nextReview") if {
	some r in doc.of_kind("IncidentPlan")
	date.is_past(r.values.nextReview)
}

findings contains doc.fail(r, "exercises", null, "not-exercised-within-a-year", "exercises") if {
	some r in doc.of_kind("IncidentPlan")
	count([held | some held in r.values.exercises; is_recent(held.date)]) == 0
}

is_recent(day) if {
	age := date.age(day)
	age >= 0
	age <= data.baseline.documents.incident.exerciseDays
}
