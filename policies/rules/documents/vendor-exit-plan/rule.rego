# METADATA
# title: "A critical vendor can be left"
# description: >-
#   For each critical vendor there is a plan to leave it and a second source, so that its failure or breach does
#   not end the service.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-4, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contract.exitPlan and contract.secondSource are given.
#   fix:
#     document: >-
#       contract: { exitPlan: ..., secondSource: ... }
#   since: "0.1.0"
package bulwark.rules.vendor_exit_plan

import data.bulwark.lib.doc

findings contains doc.fail(r, concat(".", [vendor.at, "contract", key]), null, "not-stated", concat(" ", [vendor.is.id, key])) if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.tier == "critical"
	vendor.is.status == "active"
	vendor.is.contract
	some key in ["exitPlan", "secondSource"]
	not vendor.is.contract[key]
}
