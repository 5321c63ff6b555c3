# METADATA
# title: "A release passes every gate in order, and nobody passes their own work"
# description: >-
#   Design, threat model, build, test and approval are all there, in that order, before the release, and the
#   person at a gate is not the author of what passes it.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://csrc.nist.gov/pubs/sp/800/218/final
#     description: "NIST SP 800-218"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     gates holds design, threat-model, build, test and approve in order of time, each by someone other than
#     its author.
#   fix:
#     document: >-
#       gates: [{ gate: design, at, by, author }, ..., { gate: approve, at, by: someone else, author }]
#   since: "0.1.0"
package bulwark.rules.release_gates

import data.bulwark.lib.doc

order := data.baseline.documents.release.gates

findings contains doc.fail(r, "gates", null, "gate-missing", gate) if {
	some r in doc.of_kind("Release")
	some gate in order
	not gate in {passed.gate | some passed in r.values.gates}
}

findings contains doc.fail(r, doc.path(late, "at"), late.is.at, "before-the-gate-that-comes-first", late.is.gate) if {
	some r in doc.of_kind("Release")
	some position, gate in order
	position > 0
	some late in doc.items(r, "gates")
	late.is.gate == gate
	some earlier in r.values.gates
	earlier.gate in array.slice(order, 0, position)
	earlier.at > late.is.at
}

findings contains doc.fail(r, doc.path(passed, "by"), passed.is.by, "passed-their-own-work", passed.is.gate) if {
	some r in doc.of_kind("Release")
	some passed in doc.items(r, "gates")
	passed.is.by == passed.is.author
}

findings contains doc.fail(r, doc.path(passed, "at"), passed.is.at, "after-the-release", passed.is.gate) if {
	some r in doc.of_kind("Release")
	some passed in doc.items(r, "gates")
	passed.is.at > r.values.released
}
