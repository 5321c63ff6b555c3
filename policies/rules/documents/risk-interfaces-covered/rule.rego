# METADATA
# title: "Every interface of the product was assessed"
# description: >-
#   Each interface that a model of the product declares stands in the register.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-RISK-1, OBL-SDLC-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     interfaces holds every interface id of every model of the product.
#   fix:
#     document: >-
#       interfaces: [...] with the missing id, after looking at it.
#   since: "0.1.0"
package bulwark.rules.risk_interfaces_covered

import data.bulwark.lib.doc

findings contains doc.fail(r, "interfaces", port.id, "interface-not-assessed", concat(" ", [entry.model.id, port.id])) if {
	some r in doc.of_kind("RiskRegister")
	some entry in doc.models
	entry.product == r.values.product
	some port in entry.model.interfaces
	not port.id in r.values.interfaces
}

findings contains doc.unknown(r, "interfaces", "no-product-document-in-the-input", r.values.product) if {
	some r in doc.of_kind("RiskRegister")
	not is_described(r.values.product)
}

is_described(product) if {
	some entry in doc.models
	entry.product == product
}
