# METADATA
# title: "Guides cover set-up, updates and passwords"
# description: >-
#   Each model has guidance on secure set-up, updates and, where it takes a password, passwords; in English where
#   it is sold in the United Kingdom. What readers make of it is attested.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Every guide covers set-up and updates (and passwords unless mode is none); an English one exists for the
#     UK.
#   fix:
#     document: >-
#       guidance: [{ language: en, url: ..., sha256: ..., topics: [set-up, passwords, updates] }]
#   since: "0.1.0"
package bulwark.rules.product_guidance

import data.bulwark.lib.doc

needed(model) := {"set-up", "updates"} if model.passwords.mode == "none"

needed(model) := {"set-up", "updates", "passwords"} if model.passwords.mode != "none"

findings contains doc.fail(r, doc.path(guide, "topics"), guide.is.topics, "leaves-out-what-a-user-needs", concat(" ", [m.is.id, guide.is.language])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some guide in doc.inner(m, "guidance")
	count(needed(m.is) - {topic | some topic in guide.is.topics}) > 0
}

findings contains doc.fail(r, doc.path(m, "guidance"), null, "no-guide", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	count(m.is.guidance) == 0
}

findings contains doc.fail(r, doc.path(m, "guidance"), null, "no-guide-in-english", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	"UK" in m.is.markets
	count(m.is.guidance) > 0
	not "en" in {guide.language | some guide in m.is.guidance}
}
