# METADATA
# title: "A security release comes with an advisory"
# description: >-
#   Users and machines learn which versions are affected, how bad it is and what to do: on a page and as CSAF,
#   within a day of the release.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html
#     description: "CSAF 2.0"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-CONS-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     A release with securityOnly has an advisory with CSAF, published within 24 hours of the release.
#   fix:
#     document: >-
#       advisory: { id, url, csaf: { ref, sha256 }, published, severity, affected: "<2.4.1", action, cves }
#   since: "0.1.0"
package bulwark.rules.release_advisory

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "advisory", null, "no-advisory", "advisory") if {
	some r in doc.of_kind("Release")
	r.values.securityOnly
	not r.values.advisory
}

findings contains doc.fail(r, "advisory.csaf", null, "not-readable-by-machines", "csaf") if {
	some r in doc.of_kind("Release")
	r.values.securityOnly
	r.values.advisory
	not r.values.advisory.csaf
}

findings contains doc.fail(r, "advisory.published", r.values.advisory.published, "later-than-a-day-after-the-release", "published") if {
	some r in doc.of_kind("Release")
	r.values.securityOnly
	date.hours(r.values.advisory.published) > date.hours(r.values.released) + data.baseline.documents.updates.advisoryHours
}
