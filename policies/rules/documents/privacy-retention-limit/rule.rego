# METADATA
# title: "Personal data are kept no longer than their class allows, and can be erased"
# description: >-
#   What the record declares stays within the limit of its class, unless a law asks the provider to keep the data,
#   and a person's data leave every store by expiry or on request.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     retentionDays is at most 90 for sensitive, 365 for personal and pseudonymous data; erasure is not none
#     where people can be recognised.
#   fix:
#     document: >-
#       stores: [{ resource, dataClass: personal, retentionDays: 365, erasure: on-request }]
#   since: "0.1.0"
package bulwark.rules.privacy_retention_limit

import data.bulwark.lib.doc

limits := data.baseline.documents.privacy.retentionDays

findings contains doc.fail(r, doc.path(store, "retentionDays"), store.is.retentionDays, "longer-than-its-class-allows", concat(" ", [activity.is.id, store.is.resource])) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	activity.is.basis != "legal-obligation"
	some store in doc.inner(activity, "stores")
	store.is.retentionDays > limits[store.is.dataClass]
}

findings contains doc.fail(r, doc.path(store, "erasure"), "none", "cannot-be-erased", concat(" ", [activity.is.id, store.is.resource])) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	some store in doc.inner(activity, "stores")
	store.is.erasure == "none"
	store.is.dataClass != "technical"
}
