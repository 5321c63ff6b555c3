# METADATA
# title: "Every commit of a release was reviewed"
# description: >-
#   No commit in the range of a release lacks an approving reviewer other than its author, and the branch enforces
#   it.
# related_resources:
#   - ref: https://csrc.nist.gov/pubs/sp/800/218/final
#     description: "NIST SP 800-218"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     review.unreviewed is 0 and review.protectedBranch is true.
#   fix:
#     document: >-
#       Review what is left and protect the branch in the version control system.
#   since: "0.1.0"
package bulwark.rules.release_reviewed

import data.bulwark.lib.doc

findings contains doc.fail(r, "review.unreviewed", r.values.review.unreviewed, "commits-nobody-reviewed", "unreviewed") if {
	some r in doc.of_kind("Release")
	r.values.review.unreviewed > 0
}

findings contains doc.fail(r, "review.protectedBranch", false, "branch-takes-unreviewed-commits", "protectedBranch") if {
	some r in doc.of_kind("Release")
	not r.values.review.protectedBranch
}
