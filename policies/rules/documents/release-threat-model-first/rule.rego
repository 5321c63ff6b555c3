# METADATA
# title: "Threats are modelled before the build, for every interface"
# description: >-
#   The threat model of a release is dated before its build and covers every interface the model of the product
#   declares.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     threatModel.date is before the build gate, and threatModel.interfaces holds every interface of the
#     model.
#   fix:
#     document: >-
#       Model the missing interface before the next build; threatModel: { date, file, interfaces: [...] }
#   since: "0.1.0"
package bulwark.rules.release_threat_model_first

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "threatModel.date", r.values.threatModel.date, "not-before-the-build", "date") if {
	some r in doc.of_kind("Release")
	some gate in r.values.gates
	gate.gate == "build"
	r.values.threatModel.date >= date.day_of(gate.at)
}

findings contains doc.fail(r, "threatModel.interfaces", port.id, "interface-not-modelled", port.id) if {
	some r in doc.of_kind("Release")
	model := doc.model(r.values.product, r.values.model)
	some port in model.interfaces
	not port.id in r.values.threatModel.interfaces
}

findings contains doc.unknown(r, "threatModel.interfaces", "no-product-document-with-this-model-in-the-input", r.values.model) if {
	some r in doc.of_kind("Release")
	not doc.model(r.values.product, r.values.model)
}
