# METADATA
# title: "A flaw exploited in a component is reported to its maker"
# description: >-
#   When a known-exploited flaw matches a component of a vendor, the register of vendors holds the report made
#   upstream.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-SUP-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each component in exploitedMatches has an upstreamReports entry with a vendor.
#   fix:
#     document: >-
#       upstreamReports: [{ id, component, reportedOn, fixShared }] with the vendor of the component.
#   since: "0.1.0"
package bulwark.rules.risk_upstream_reported

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(found, "component"), found.is.component, "not-reported-upstream", found.is.cve) if {
	some r in doc.of_kind("RiskRegister")
	doc.is_given("VendorRegister")
	some found in doc.items(r, "exploitedMatches")
	not is_reported(found.is.component)
}

findings contains doc.unknown(r, "exploitedMatches", "no-vendor-register-in-the-input", r.values.name) if {
	some r in doc.of_kind("RiskRegister")
	count(r.values.exploitedMatches) > 0
	not doc.is_given("VendorRegister")
}

is_reported(component) if {
	some register in doc.of_kind("VendorRegister")
	some vendor in register.values.vendors
	some report in vendor.upstreamReports
	report.component == component
}
