# METADATA
# title: "High-risk processing has a current impact assessment"
# description: >-
#   An activity with a marker of high risk has an impact assessment newer than the last change of the data model
#   and at most a year old; a field of location, biometrics or health brings its marker.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-11]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     highRisk names what the fields bring, and dpia.date is not before lastDataModelChange and within a year.
#   fix:
#     document: >-
#       highRisk: [location], dpia: { date, file: { ref, sha256 }, reviewedBy }
#   since: "0.1.0"
package bulwark.rules.privacy_impact_assessed

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.privacy

findings contains doc.fail(r, doc.path(activity, "dpia"), null, "no-impact-assessment", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	count(activity.is.highRisk) > 0
	not activity.is.dpia
}

findings contains doc.fail(r, doc.path(activity, "dpia.date"), activity.is.dpia.date, "older-than-the-data-model", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	activity.is.dpia.date < r.values.lastDataModelChange
}

findings contains doc.fail(r, doc.path(activity, "dpia.date"), activity.is.dpia.date, "older-than-twelve-months", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	date.age(activity.is.dpia.date) > limits.dpiaDays
}

findings contains doc.fail(r, doc.path(activity, "highRisk"), activity.is.highRisk, "marker-missing", concat(" ", [activity.is.id, marker])) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	some field in activity.is.fields
	marker := limits.markers[field.category]
	not marker in activity.is.highRisk
}
