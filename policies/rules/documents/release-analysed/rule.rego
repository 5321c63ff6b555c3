# METADATA
# title: "Static analysis ran on the very commit released, without open errors"
# description: >-
#   The analysis and the conformance run belong to the commit that was built, and no error is open.
# related_resources:
#   - ref: https://csrc.nist.gov/pubs/sp/800/218/final
#     description: "NIST SP 800-218"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-4, OBL-SDLC-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     staticAnalysis.commit equals commit and staticAnalysis.openErrors is 0.
#   fix:
#     document: >-
#       Run the analysis on the commit released and fix or waive each error with an end date.
#   since: "0.1.0"
package bulwark.rules.release_analysed

import data.bulwark.lib.doc

findings contains doc.fail(r, "staticAnalysis.commit", r.values.staticAnalysis.commit, "another-commit-than-was-released", "commit") if {
	some r in doc.of_kind("Release")
	r.values.staticAnalysis.commit != r.values.commit
}

findings contains doc.fail(r, "staticAnalysis.openErrors", r.values.staticAnalysis.openErrors, "errors-are-open", "openErrors") if {
	some r in doc.of_kind("Release")
	r.values.staticAnalysis.openErrors > 0
}
