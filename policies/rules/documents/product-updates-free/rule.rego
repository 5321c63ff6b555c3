# METADATA
# title: "Security updates are free and apart from features"
# description: >-
#   A security update costs nothing, and comes apart from new functions so that nobody has to take the one for the
#   other.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     updates.free and updates.separateFromFeatures are true.
#   fix:
#     document: >-
#       updates: { free: true, separateFromFeatures: true }
#   since: "0.1.0"
package bulwark.rules.product_updates_free

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, concat(".", ["updates", key])), false, reason, m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some key, reason in {"free": "security-updates-cost-money", "separateFromFeatures": "mixed-with-features"}
	object.get(m.is.updates, key, false) != true
}
