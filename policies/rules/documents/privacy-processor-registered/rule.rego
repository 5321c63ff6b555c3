# METADATA
# title: "Every processor is a vendor that may hold personal data"
# description: >-
#   A processor the record names stands in the register of vendors, active and marked as processing personal data,
#   with a contract.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-SUP-4, OBL-DATA-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each processor is an active vendor of a VendorRegister with processesPersonalData true and a contract.
#   fix:
#     document: >-
#       vendors: [{ id: the processor, status: active, processesPersonalData: true, contract: {...} }]
#   since: "0.1.0"
package bulwark.rules.privacy_processor_registered

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(activity, "processors"), processor, "no-vendor-fit-to-process-personal-data", concat(" ", [activity.is.id, processor])) if {
	some r in doc.of_kind("PrivacyRecord")
	doc.is_given("VendorRegister")
	some activity in doc.items(r, "activities")
	some processor in activity.is.processors
	not is_fit(processor)
}

findings contains doc.unknown(r, "activities", "no-vendor-register-in-the-input", r.values.name) if {
	some r in doc.of_kind("PrivacyRecord")
	not doc.is_given("VendorRegister")
}

is_fit(processor) if {
	some register in doc.of_kind("VendorRegister")
	some vendor in register.values.vendors
	vendor.id == processor
	vendor.status == "active"
	vendor.processesPersonalData
	vendor.contract
}
