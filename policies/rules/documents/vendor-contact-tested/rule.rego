# METADATA
# title: "Critical vendors can be reached at all hours"
# description: >-
#   A critical vendor has a contact for security at all hours that somebody tried within six months.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contact.atAllHours is given and contact.testedOn is at most 183 days ago.
#   fix:
#     document: >-
#       contact: { psirt, atAllHours: "+46 8 555 0100", testedOn: "2026-10-07" }
#   since: "0.1.0"
package bulwark.rules.vendor_contact_tested

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(vendor, "contact.atAllHours"), null, "not-reachable-at-all-hours", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	is_critical(vendor.is)
	not vendor.is.contact.atAllHours
}

findings contains doc.fail(r, doc.path(vendor, "contact.testedOn"), object.get(vendor.is.contact, "testedOn", null), "not-tried-within-six-months", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	is_critical(vendor.is)
	not is_tested(vendor.is)
}

is_critical(vendor) if {
	vendor.tier == "critical"
	vendor.status == "active"
}

is_tested(vendor) if date.age(vendor.contact.testedOn) <= data.baseline.documents.vendor.contactTestDays
