# METADATA
# title: "Vendors' certificates hold and cover the service in use"
# description: >-
#   A certificate or other evidence a vendor relies on has not expired, and somebody read that its scope covers
#   the service in use.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://www.iso.org/standard/27001
#     description: "ISO/IEC 27001"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     certificates[].expires and evidence[].expires have not passed, and coversService is true.
#   fix:
#     document: >-
#       Ask for the renewed certificate, or remove it and assess the vendor another way.
#   since: "0.1.0"
package bulwark.rules.vendor_certificates

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(held, "expires"), held.is.expires, "has-expired", concat(" ", [vendor.is.id, held.is.id])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	some held in doc.inner(vendor, "certificates")
	date.is_past(held.is.expires)
}

findings contains doc.fail(r, doc.path(held, "coversService"), false, "does-not-cover-the-service-in-use", concat(" ", [vendor.is.id, held.is.id])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	some held in doc.inner(vendor, "certificates")
	not held.is.coversService
}

findings contains doc.fail(r, doc.path(held, "expires"), held.is.expires, "has-expired", concat(" ", [vendor.is.id, held.is.type])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	some held in doc.inner(vendor, "evidence")
	date.is_past(held.is.expires)
}
