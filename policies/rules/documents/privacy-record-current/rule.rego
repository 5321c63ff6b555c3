# METADATA
# title: "The record of processing is current"
# description: >-
#   The record is reviewed after each change of the data model and at least once a year.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     reviewedOn is not before lastDataModelChange and at most a year old.
#   fix:
#     document: >-
#       Review the record and set reviewedOn.
#   since: "0.1.0"
package bulwark.rules.privacy_record_current

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "reviewedOn", r.values.reviewedOn, "before-the-last-change-of-the-data-model", "reviewedOn") if {
	some r in doc.of_kind("PrivacyRecord")
	r.values.reviewedOn < r.values.lastDataModelChange
}

findings contains doc.fail(r, "reviewedOn", r.values.reviewedOn, "older-than-twelve-months", "reviewedOn") if {
	some r in doc.of_kind("PrivacyRecord")
	date.age(r.values.reviewedOn) > data.baseline.documents.privacy.reviewDays
}
