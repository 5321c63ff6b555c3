# METADATA
# title: "The fleet is patched within the target"
# description: >-
#   The plan says how many days after a release of each severity which share of the fleet runs it, within the
#   baseline.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Rollout"]
#   obligations: [OBL-CONS-10, OBL-CONS-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     targets hold critical and high, within 14 and 30 days, for at least 95 per cent of the fleet.
#   fix:
#     document: >-
#       targets: [{ severity: critical, days: 7, percent: 95 }, { severity: high, days: 30, percent: 98 }]
#   since: "0.1.0"
package bulwark.rules.rollout_targets

import data.bulwark.lib.doc

findings contains doc.fail(r, "targets", null, "no-target-for-this-severity", severity) if {
	some r in doc.of_kind("Rollout")
	some severity in ["critical", "high"]
	not severity in {target.severity | some target in r.values.targets}
}

findings contains doc.fail(r, doc.path(target, "days"), target.is.days, "later-than-the-baseline", target.is.severity) if {
	some r in doc.of_kind("Rollout")
	some target in doc.items(r, "targets")
	target.is.days > data.baseline.documents.updates.targetDays[target.is.severity]
}

findings contains doc.fail(r, doc.path(target, "percent"), target.is.percent, "below-baseline", target.is.severity) if {
	some r in doc.of_kind("Rollout")
	some target in doc.items(r, "targets")
	target.is.percent < data.baseline.documents.rollout.targetPercent[target.is.severity]
}
