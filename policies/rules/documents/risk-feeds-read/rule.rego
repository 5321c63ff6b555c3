# METADATA
# title: "Threat feeds are read daily and exploited flaws are decided on"
# description: >-
#   At least one feed of known vulnerabilities is read every day. Dates are days, so a pull of yesterday counts.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://csrc.nist.gov/pubs/ir/8259/b/final
#     description: "NIST IR 8259B"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-RISK-8]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     feeds is not empty and each lastPull is of today or yesterday.
#   fix:
#     document: >-
#       Let the job that pulls the feed write lastPull, and mend it when it stops.
#   since: "0.1.0"
package bulwark.rules.risk_feeds_read

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "feeds", null, "no-feed", "feeds") if {
	some r in doc.of_kind("RiskRegister")
	count(r.values.feeds) == 0
}

findings contains doc.fail(r, doc.path(feed, "lastPull"), feed.is.lastPull, "not-read-since-yesterday", feed.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some feed in doc.items(r, "feeds")
	date.age(feed.is.lastPull) > data.baseline.documents.risk.feedDays
}
