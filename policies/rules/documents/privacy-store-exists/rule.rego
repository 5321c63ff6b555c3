# METADATA
# title: "The record names stores that exist"
# description: >-
#   Each store in the record of processing is a resource of the stack; a name that leads nowhere means that record
#   and stack have parted.
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
#     Every stores[].resource matches a resource of the stack.
#   fix:
#     document: >-
#       Write the resource's address (with * for the generated part), or delete the store from the record.
#   since: "0.1.0"
package bulwark.rules.privacy_store_exists

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(store, "resource"), store.is.resource, "leads-to-no-resource", concat(" ", [activity.is.id, store.is.resource])) if {
	some r in doc.of_kind("PrivacyRecord")
	doc.has_stack
	some activity in doc.items(r, "activities")
	some store in doc.inner(activity, "stores")
	not exists(store.is.resource)
}

findings contains doc.unknown(r, "activities", "no-stack-in-the-input", r.values.name) if {
	some r in doc.of_kind("PrivacyRecord")
	not doc.has_stack
}

exists(pattern) if {
	some type, found in input.resources
	startswith(pattern, type)
	some resource in found
	doc.fits(pattern, resource.address)
}
