# METADATA
# title: "A component is supported as long as the product"
# description: >-
#   A vendor of software in a model supports it at least until the end of support the provider published for the
#   model.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-CONS-15, OBL-SUP-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contract.supportEnds is not before support.ends of any model the component is in.
#   fix:
#     document: >-
#       contract: { supportEnds: "2035-01-19" }, or a second source before then.
#   since: "0.1.0"
package bulwark.rules.vendor_support_end

import data.bulwark.lib.doc

supplied contains {"register": r, "vendor": vendor, "model": model} if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	some supply in vendor.is.supplies
	supply.purl
	some model in supply.models
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "contract.supportEnds"), null, "no-end-of-support-agreed", entry.vendor.is.id) if {
	some entry in supplied
	not entry.vendor.is.contract.supportEnds
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "contract.supportEnds"), entry.vendor.is.contract.supportEnds, "before-our-own-support-ends", concat(" ", [entry.vendor.is.id, entry.model])) if {
	some entry in supplied
	some found in doc.models
	found.model.id == entry.model
	entry.vendor.is.contract.supportEnds < found.model.support.ends
}

findings contains doc.unknown(entry.register, doc.path(entry.vendor, "contract.supportEnds"), "no-product-document-with-this-model-in-the-input", concat(" ", [entry.vendor.is.id, entry.model])) if {
	some entry in supplied
	not entry.model in {found.model.id | some found in doc.models}
}
