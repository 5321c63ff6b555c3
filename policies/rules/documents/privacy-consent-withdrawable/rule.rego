# METADATA
# title: "Consent can be withdrawn, and the data stop"
# description: >-
#   Where a purpose rests on consent, the ledger of consents is a resource of the stack, and after a withdrawal
#   the data stop flowing within the hour.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     consent.stopWithinMinutes is at most 60 and consent.ledger matches a resource of the stack.
#   fix:
#     document: >-
#       consent: { ledger: aws_dynamodb_table.consents, withdrawal: Switch in the app, stopWithinMinutes: 5
#       }
#   since: "0.1.0"
package bulwark.rules.privacy_consent_withdrawable

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(activity, "consent.stopWithinMinutes"), activity.is.consent.stopWithinMinutes, "later-than-the-baseline", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	activity.is.consent.stopWithinMinutes > data.baseline.documents.privacy.consentStopMinutes
}

findings contains doc.fail(r, doc.path(activity, "consent.ledger"), activity.is.consent.ledger, "leads-to-no-resource", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	doc.has_stack
	some activity in doc.items(r, "activities")
	activity.is.basis == "consent"
	not exists(activity.is.consent.ledger)
}

findings contains doc.unknown(r, doc.path(activity, "consent.ledger"), "no-stack-in-the-input", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	not doc.has_stack
	some activity in doc.items(r, "activities")
	activity.is.basis == "consent"
}

exists(pattern) if {
	some type, found in input.resources
	startswith(pattern, type)
	some resource in found
	doc.fits(pattern, resource.address)
}
