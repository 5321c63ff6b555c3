# METADATA
# title: "What a device senses and where it goes is stated"
# description: >-
#   Whoever stands before a device can tell what it senses. Each sensor of what lies outside the device says how
#   it is recognised, and a model with sensors states its data flows.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-7, OBL-DATA-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each external sensor has an indicator (or says that there is none), and a model with sensors has data
#     flows.
#   fix:
#     document: >-
#       sensors: [{ id: image, senses: video, purpose: ..., external: true, indicator: White light while on
#       }] and dataFlows: [{ data, from, to, purpose }]
#   since: "0.1.0"
package bulwark.rules.product_sensors_documented

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(sensor, "indicator"), null, "nobody-can-tell-that-it-senses", concat(" ", [m.is.id, sensor.is.id])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some sensor in doc.inner(m, "sensors")
	sensor.is.external
	not sensor.is.indicator
}

findings contains doc.fail(r, doc.path(m, "dataFlows"), null, "no-data-flow-is-stated", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	count(m.is.sensors) > 0
	count(m.is.dataFlows) == 0
}
