# METADATA
# title: "Updates are free and stay available"
# description: >-
#   A release costs nothing, and can be had for ten years or the rest of the support period, whichever is longer.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-CONS-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     free is true, and availableUntil is at least ten years after released and not before the model's support
#     ends.
#   fix:
#     document: >-
#       availableUntil: the later of ten years after released and support.ends; free: true
#   since: "0.1.0"
package bulwark.rules.release_available

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "free", false, "costs-money", "free") if {
	some r in doc.of_kind("Release")
	not r.values.free
}

findings contains doc.fail(r, "availableUntil", r.values.availableUntil, "less-than-ten-years", "availableUntil") if {
	some r in doc.of_kind("Release")
	r.values.availableUntil < date.plus_years(date.day_of(r.values.released), data.baseline.documents.updates.availableYears)
}

findings contains doc.fail(r, "availableUntil", r.values.availableUntil, "gone-before-support-ends", "support") if {
	some r in doc.of_kind("Release")
	model := doc.model(r.values.product, r.values.model)
	r.values.availableUntil < model.support.ends
}
