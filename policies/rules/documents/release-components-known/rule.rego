# METADATA
# title: "A release has a current component list and ships no exploited flaw"
# description: >-
#   The component list is made from the build, at most 30 days before the release, comes with a statement on
#   exploitability, and no component has a flaw known to be exploited.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://cyclonedx.org/docs/1.6/json/
#     description: "CycloneDX"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     sbom.createdAt lies between the build gate and the release and is at most 30 days old then, vex is
#     referenced, scan.knownExploited is 0.
#   fix:
#     document: >-
#       Make the SBOM in the build, sbom: { format, file: { ref, sha256 }, createdAt }, vex: { ref, sha256
#       }, and fix or replace what is exploited.
#   since: "0.1.0"
package bulwark.rules.release_components_known

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.release

findings contains doc.fail(r, "sbom.createdAt", r.values.sbom.createdAt, "older-than-the-build", "sbom") if {
	some r in doc.of_kind("Release")
	some gate in r.values.gates
	gate.gate == "build"
	r.values.sbom.createdAt < gate.at
}

findings contains doc.fail(r, "sbom.createdAt", r.values.sbom.createdAt, "not-current-at-the-release", "sbom") if {
	some r in doc.of_kind("Release")
	hours := date.hours(r.values.released) - date.hours(r.values.sbom.createdAt)
	not is_current(hours)
}

is_current(hours) if {
	hours >= 0
	hours <= limits.sbomDays * 24
}

findings contains doc.fail(r, "vex", null, "no-word-on-exploitability", "vex") if {
	some r in doc.of_kind("Release")
	not r.values.vex
}

findings contains doc.fail(r, "scan.knownExploited", r.values.scan.knownExploited, "known-to-be-exploited", "scan") if {
	some r in doc.of_kind("Release")
	r.values.scan.knownExploited > 0
}
