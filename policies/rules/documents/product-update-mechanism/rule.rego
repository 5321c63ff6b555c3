# METADATA
# title: "Every model can be updated, falls back and refuses old versions"
# description: >-
#   A model has a channel for updates, survives a failed one through a second image or a recovery system, keeps a
#   version floor, and belongs to a rollout plan.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     updates.channel and updates.fallback are not none, updates.versionFloor is true, and updates.rollout
#     names a Rollout document that lists the model.
#   fix:
#     document: >-
#       updates: { channel: mqtt-stream, fallback: a-b, versionFloor: true, rollout: fleet } and the model
#       under models of that Rollout.
#   since: "0.1.0"
package bulwark.rules.product_update_mechanism

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, "updates.channel"), "none", "cannot-be-updated", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.updates.channel == "none"
}

findings contains doc.fail(r, doc.path(m, "updates.fallback"), "none", "no-way-back", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.updates.fallback == "none"
}

findings contains doc.fail(r, doc.path(m, "updates.versionFloor"), false, "takes-older-versions", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	not m.is.updates.versionFloor
}

findings contains doc.fail(r, doc.path(m, "updates.rollout"), object.get(m.is.updates, "rollout", null), "in-no-rollout-plan", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	doc.is_given("Rollout")
	not planned(m.is)
}

findings contains doc.unknown(r, doc.path(m, "updates.rollout"), "no-rollout-document-in-the-input", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	not doc.is_given("Rollout")
}

planned(model) if {
	some plan in doc.of_kind("Rollout")
	plan.values.name == model.updates.rollout
	model.id in plan.values.models
}
