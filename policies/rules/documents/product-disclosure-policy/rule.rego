# METADATA
# title: "Anyone can report a flaw and knows when to hear back"
# description: >-
#   The public policy names a contact, is free, asks for no personal data, says when a report is acknowledged and
#   when news follow, is to be had in English where the product is sold in the United Kingdom, and its
#   security.txt has not expired.
# related_resources:
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://www.rfc-editor.org/rfc/rfc9116
#     description: "security.txt"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-PEN-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Acknowledgement within 7 days, status at least every 30, free, no personal data asked, English for the
#     UK, security.txt still valid.
#   fix:
#     document: >-
#       disclosure: { contact: ..., acknowledgeDays: 3, statusDays: 14, languages: [en], free: true,
#       asksPersonalData: false, securityTxt: { expires: ... } }
#   since: "0.1.0"
package bulwark.rules.product_disclosure_policy

import data.bulwark.lib.date
import data.bulwark.lib.doc
import data.bulwark.lib.result

limits := data.baseline.documents.disclosure

findings contains result.fail(r, "disclosure.acknowledgeDays", given.acknowledgeDays, "later-than-the-baseline") if {
	some r in doc.of_kind("Product")
	given := r.values.disclosure
	given.acknowledgeDays > limits.acknowledgeDays
}

findings contains doc.fail(r, "disclosure.statusDays", given.statusDays, "later-than-the-baseline", "statusDays") if {
	some r in doc.of_kind("Product")
	given := r.values.disclosure
	given.statusDays > limits.statusDays
}

findings contains doc.fail(r, "disclosure.free", false, "reporting-costs-money", "free") if {
	some r in doc.of_kind("Product")
	not r.values.disclosure.free
}

findings contains doc.fail(r, "disclosure.asksPersonalData", true, "asks-for-personal-data", "asksPersonalData") if {
	some r in doc.of_kind("Product")
	r.values.disclosure.asksPersonalData
}

findings contains doc.fail(r, "disclosure.languages", r.values.disclosure.languages, "not-in-english", "languages") if {
	some r in doc.of_kind("Product")
	some model in r.values.models
	"UK" in model.markets
	not "en" in r.values.disclosure.languages
}

findings contains doc.fail(r, "disclosure.securityTxt.expires", expires, "has-expired", "securityTxt") if {
	some r in doc.of_kind("Product")
	expires := r.values.disclosure.securityTxt.expires
	date.is_past(expires)
}
