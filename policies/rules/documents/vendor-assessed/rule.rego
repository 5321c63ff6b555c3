# METADATA
# title: "No vendor is in use without a recent assessment"
# description: >-
#   An active vendor was assessed within twelve months, as deeply as its tier asks.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each active vendor has an assessment at most a year old; critical ones deep, important ones at least
#     standard.
#   fix:
#     document: >-
#       assessments: [{ date, method: on-site, depth: deep, assessor, scorePercent, findings }]
#   since: "0.1.0"
package bulwark.rules.vendor_assessed

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.vendor

findings contains doc.fail(r, doc.path(vendor, "assessments"), null, "no-recent-assessment-of-the-depth-its-tier-asks", vendor.is.id) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	count([done |
		some done in vendor.is.assessments
		date.age(done.date) <= limits.assessmentDays
		done.depth in limits.depths[vendor.is.tier]
	]) == 0
}
