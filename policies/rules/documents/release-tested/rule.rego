# METADATA
# title: "A release passed its tests and stood on the staging ring"
# description: >-
#   The report of the test is the one the test gate saw, its result is a pass, and the release ran on the staging
#   ring for the required time.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-11, OBL-CONS-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     test.result is pass, test.stagingSoakHours is at least 24, and the digest of the report is that of the
#     test gate's evidence.
#   fix:
#     document: >-
#       test: { report: { ref, sha256 }, result: pass, stagingSoakHours: 48 }
#   since: "0.1.0"
package bulwark.rules.release_tested

import data.bulwark.lib.doc

findings contains doc.fail(r, "test.result", r.values.test.result, "not-passed", "result") if {
	some r in doc.of_kind("Release")
	r.values.test.result != "pass"
}

findings contains doc.fail(r, "test.stagingSoakHours", r.values.test.stagingSoakHours, "shorter-than-the-baseline", "soak") if {
	some r in doc.of_kind("Release")
	r.values.test.stagingSoakHours < data.baseline.documents.release.stagingSoakHours
}

findings contains doc.fail(r, "test.report.sha256", r.values.test.report.sha256, "another-report-than-the-gate-saw", "report") if {
	some r in doc.of_kind("Release")
	some gate in r.values.gates
	gate.gate == "test"
	gate.evidence.sha256 != r.values.test.report.sha256
}
