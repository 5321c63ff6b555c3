# METADATA
# title: "Special categories rest on consent"
# description: >-
#   Biometric and health data are taken only where the person consented; other bases do not carry them. What else
#   a basis needs (a balancing test for a legitimate interest) the document cannot leave out.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     An activity with a biometric or health field has basis consent.
#   fix:
#     document: >-
#       Ask for consent (basis: consent with a ledger and a way to withdraw), or leave the field out.
#   since: "0.1.0"
package bulwark.rules.privacy_lawful_basis

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(activity, "basis"), activity.is.basis, "does-not-carry-special-categories", concat(" ", [activity.is.id, field.name])) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	some field in activity.is.fields
	field.category in data.baseline.documents.privacy.specialCategories
	activity.is.basis != "consent"
}
