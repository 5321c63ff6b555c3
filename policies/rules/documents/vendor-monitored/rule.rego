# METADATA
# title: "Critical vendors are watched, by tools and by people"
# description: >-
#   Each critical vendor gave a signal within 30 days, and within a quarter both a tool and a person looked.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-5, OBL-SUP-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A critical vendor has a monitoring entry of the last 30 days, and an automated and a manual one of the
#     last 92.
#   fix:
#     document: >-
#       monitoring: [{ on, how: automated, what, result }, { on, how: manual, what, result }]
#   since: "0.1.0"
package bulwark.rules.vendor_monitored

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.vendor

findings contains doc.fail(r, doc.path(vendor, "monitoring"), null, "no-signal-within-thirty-days", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	is_watched(vendor.is)
	count(since(vendor.is, limits.monitoringDays)) == 0
}

findings contains doc.fail(r, doc.path(vendor, "monitoring"), how, "not-looked-at-in-this-way-within-a-quarter", concat(" ", [vendor.is.id, how])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	is_watched(vendor.is)
	some how in ["automated", "manual"]
	not how in {entry.how | some entry in since(vendor.is, limits.inspectionDays)}
}

is_watched(vendor) if {
	vendor.tier == "critical"
	vendor.status == "active"
}

since(vendor, days) := [entry |
	some entry in vendor.monitoring
	date.age(entry.on) <= days
]
