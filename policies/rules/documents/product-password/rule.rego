# METADATA
# title: "No universal or guessable password"
# description: >-
#   A model has no password, one of its own for each device that nobody can work out from a counter, its serial
#   number or public facts, or one its user sets.
# related_resources:
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: critical
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-IAM-11]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     passwords.mode is none, per-device or user-set; a per-device password is random or a keyed hash, with at
#     least 64 bits.
#   fix:
#     document: >-
#       passwords: { mode: per-device, generator: random, entropyBits: 72 }
#   since: "0.1.0"
package bulwark.rules.product_password

import data.bulwark.lib.doc

limits := data.baseline.documents.passwords

findings contains doc.fail(r, doc.path(m, "passwords.mode"), m.is.passwords.mode, "one-password-for-many-devices", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	not m.is.passwords.mode in limits.modes
}

findings contains doc.fail(r, doc.path(m, "passwords.generator"), generator, "can-be-worked-out", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.passwords.mode == "per-device"
	generator := object.get(m.is.passwords, "generator", null)
	not generator in limits.generators
}

findings contains doc.fail(r, doc.path(m, "passwords.entropyBits"), m.is.passwords.entropyBits, "too-short-to-resist-guessing", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.passwords.mode == "per-device"
	m.is.passwords.entropyBits < limits.entropyBits
}

findings contains doc.unknown(r, doc.path(m, "passwords.entropyBits"), "strength-is-not-stated", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.passwords.mode == "per-device"
	object.get(m.is.passwords, "entropyBits", null) == null
}
