# METADATA
# title: "The version floor only rises, and rises with every security release"
# description: >-
#   A device refuses versions below the floor of what it ran. The floor of a later release is never lower; a
#   security release raises it to its own version, so that nobody can bring the flaw back.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-7, OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     versionFloor is not below that of any earlier release of the model, and equals version for a security
#     release.
#   fix:
#     document: >-
#       versionFloor: the version itself for a security release, else at least the floor of the release
#       before.
#   since: "0.1.0"
package bulwark.rules.release_version_floor

import data.bulwark.lib.doc

findings contains doc.fail(r, "versionFloor", r.values.versionFloor, "lets-the-flaw-be-brought-back", "security release") if {
	some r in doc.of_kind("Release")
	r.values.securityOnly
	doc.version(r.values.versionFloor) < doc.version(r.values.version)
}

findings contains doc.fail(r, "versionFloor", r.values.versionFloor, "lower-than-an-earlier-release", earlier.values.name) if {
	some r in doc.of_kind("Release")
	some earlier in doc.of_kind("Release")
	earlier.values.product == r.values.product
	earlier.values.model == r.values.model
	earlier.values.released < r.values.released
	doc.version(earlier.values.versionFloor) > doc.version(r.values.versionFloor)
}

findings contains doc.fail(r, "version", r.values.version, "not-above-an-earlier-release", earlier.values.name) if {
	some r in doc.of_kind("Release")
	some earlier in doc.of_kind("Release")
	earlier.values.product == r.values.product
	earlier.values.model == r.values.model
	earlier.values.released < r.values.released
	doc.version(earlier.values.version) >= doc.version(r.values.version)
}
