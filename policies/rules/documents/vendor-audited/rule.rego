# METADATA
# title: "Vendors are audited by risk, and findings are followed up"
# description: >-
#   Each active vendor with access to what matters is audited as often as its tier asks: access control always,
#   data protection where it processes personal data, firmware integrity where it supplies software. Open findings
#   are not past their date.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     auditEveryDays fits the tier, the last audit is no older, its focus covers what the vendor does, and no
#     finding is overdue.
#   fix:
#     document: >-
#       auditEveryDays: 365, audits: [{ date, focus: [firmware-integrity, access-control], ... }]
#   since: "0.1.0"
package bulwark.rules.vendor_audited

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.vendor

active contains {"register": r, "vendor": vendor} if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "auditEveryDays"), entry.vendor.is.auditEveryDays, "rarer-than-its-tier-asks", entry.vendor.is.id) if {
	some entry in active
	entry.vendor.is.auditEveryDays > limits.auditEveryDays[entry.vendor.is.tier]
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "audits"), null, "audit-is-overdue", entry.vendor.is.id) if {
	some entry in active
	count(current(entry.vendor.is)) == 0
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "audits"), null, "focus-missing", concat(" ", [entry.vendor.is.id, focus])) if {
	some entry in active
	count(current(entry.vendor.is)) > 0
	some focus in needed(entry.vendor.is)
	not focus in {given | some audit in current(entry.vendor.is); some given in audit.focus}
}

findings contains doc.fail(entry.register, doc.path(finding, "due"), finding.is.due, "finding-is-overdue", concat(" ", [entry.vendor.is.id, finding.is.id])) if {
	some entry in active
	some list in ["audits", "assessments"]
	some looked in doc.inner(entry.vendor, list)
	some finding in doc.inner(looked, "findings")
	finding.is.status == "open"
	date.is_past(finding.is.due)
}

current(vendor) := [audit |
	some audit in vendor.audits
	date.age(audit.date) <= vendor.auditEveryDays
]

needed(vendor) := {"access-control"} | ({"data-protection" | vendor.processesPersonalData} | {"firmware-integrity" |
	some supply in vendor.supplies
	supply.purl
})
