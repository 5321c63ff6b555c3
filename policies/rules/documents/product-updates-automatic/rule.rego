# METADATA
# title: "Security updates install by themselves, with a choice"
# description: >-
#   Automatic security updates are on by default where the device can be updated, the user is told before, can opt
#   out and can postpone.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-11, OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     updates.automatic, updates.optOut, updates.postpone.allowed and updates.notice.before are true.
#   fix:
#     document: >-
#       updates: { automatic: true, optOut: true, postpone: { allowed: true, maxDays: 14 }, notice: {
#       before: true, text: ... } }
#   since: "0.1.0"
package bulwark.rules.product_updates_automatic

import data.bulwark.lib.doc

wanted := [
	{"path": "updates.automatic", "keys": ["automatic"], "reason": "not-on-by-default"},
	{"path": "updates.optOut", "keys": ["optOut"], "reason": "no-opt-out"},
	{"path": "updates.postpone.allowed", "keys": ["postpone", "allowed"], "reason": "cannot-be-postponed"},
	{"path": "updates.notice.before", "keys": ["notice", "before"], "reason": "users-are-not-told-before"},
]

findings contains doc.fail(r, doc.path(m, want.path), value, want.reason, m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.updates.channel != "none"
	some want in wanted
	value := object.get(m.is.updates, want.keys, false)
	value != true
}
