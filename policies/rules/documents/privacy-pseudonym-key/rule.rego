# METADATA
# title: "What undoes a pseudonym lies apart from the data"
# description: >-
#   Where a store holds pseudonymous data, the record names the key or table that would undo the pseudonym, and it
#   lies elsewhere.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     With a store of dataClass pseudonymous, pseudonymKey is named and apartFromData is true.
#   fix:
#     document: >-
#       pseudonymKey: { resource: aws_dynamodb_table.registry, apartFromData: true }
#   since: "0.1.0"
package bulwark.rules.privacy_pseudonym_key

import data.bulwark.lib.doc
import data.bulwark.lib.result

is_pseudonymous(r) if {
	some activity in r.values.activities
	some store in activity.stores
	store.dataClass == "pseudonymous"
}

findings contains result.fail(r, "pseudonymKey", null, "what-undoes-the-pseudonym-is-not-named") if {
	some r in doc.of_kind("PrivacyRecord")
	is_pseudonymous(r)
	not r.values.pseudonymKey
}

findings contains result.fail(r, "pseudonymKey.apartFromData", false, "lies-with-the-data") if {
	some r in doc.of_kind("PrivacyRecord")
	is_pseudonymous(r)
	r.values.pseudonymKey.apartFromData == false
}
