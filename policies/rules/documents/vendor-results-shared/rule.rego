# METADATA
# title: "Audit results are shared and answered"
# description: >-
#   The result of an audit goes to named people on a known day, and management answers it.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: low
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each audit has sharedWith, sharedOn and managementResponse.
#   fix:
#     document: >-
#       audits: [{ ..., sharedWith: [Head of Firmware], sharedOn: ..., managementResponse: ... }]
#   since: "0.1.0"
package bulwark.rules.vendor_results_shared

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(audit, key), null, "not-stated", concat(" ", [vendor.is.id, audit.is.date, key])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	some audit in doc.inner(vendor, "audits")
	some key in ["sharedWith", "sharedOn", "managementResponse"]
	object.get(audit.is, key, []) == []
}
