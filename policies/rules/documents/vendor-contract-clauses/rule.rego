# METADATA
# title: "Contracts hold all nine security clauses"
# description: >-
#   An active vendor has a contract in force that fixes standards, law, encryption, security tests, patch times,
#   incident duties, breach notice, audit right and consequences, or an exception with an owner and an end.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contract has not expired and clauses hold all nine, each with its section, unless an exception runs.
#   fix:
#     document: >-
#       contract: { clauses: [{ clause: audit-right, section: "7.1" }, ...] }
#   since: "0.1.0"
package bulwark.rules.vendor_contract_clauses

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(vendor, "contract"), null, "no-contract", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	not vendor.is.contract
}

findings contains doc.fail(r, doc.path(vendor, "contract.expires"), vendor.is.contract.expires, "has-expired", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	date.is_past(vendor.is.contract.expires)
}

findings contains doc.fail(r, doc.path(vendor, "contract.clauses"), null, "clause-missing", concat(" ", [vendor.is.id, clause])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	vendor.is.contract
	some clause in data.baseline.documents.vendor.clauses
	not clause in {held.clause | some held in vendor.is.contract.clauses}
	not is_excepted(vendor.is, clause)
}

is_excepted(vendor, clause) if {
	some exception in vendor.exceptions
	exception.clause == clause
	not date.is_past(exception.until)
}
