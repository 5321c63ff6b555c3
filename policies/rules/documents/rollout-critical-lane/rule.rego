# METADATA
# title: "Critical updates wait less, and skip no gate"
# description: >-
#   There is a lane for critical updates: a shorter soak that is still a soak, the same or a higher share of
#   successful canaries, two people who agree, and a report afterwards.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Rollout"]
#   obligations: [OBL-CONS-12]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     critical has soakHours of at least 1, successPercent of at least the normal one, two approvers and a
#     report within 14 days.
#   fix:
#     document: >-
#       critical: { soakHours: 4, successPercent: 95, approvers: [Head of Firmware, Product security lead],
#       reportWithinDays: 5 }
#   since: "0.1.0"
package bulwark.rules.rollout_critical_lane

import data.bulwark.lib.doc

limits := data.baseline.documents.rollout

findings contains doc.fail(r, "critical", null, "no-lane-for-critical-updates", "lane") if {
	some r in doc.of_kind("Rollout")
	not r.values.critical
}

findings contains doc.fail(r, "critical.soakHours", r.values.critical.soakHours, "skips-the-canaries", "soakHours") if {
	some r in doc.of_kind("Rollout")
	r.values.critical.soakHours < limits.criticalSoakHours
}

findings contains doc.fail(r, "critical.successPercent", r.values.critical.successPercent, "lower-than-in-the-normal-lane", "successPercent") if {
	some r in doc.of_kind("Rollout")
	r.values.critical.successPercent < r.values.canary.successPercent
}

findings contains doc.fail(r, "critical.approvers", r.values.critical.approvers, "fewer-than-two-people", "approvers") if {
	some r in doc.of_kind("Rollout")
	count({approver | some approver in r.values.critical.approvers}) < limits.criticalApprovers
}

findings contains doc.fail(r, "critical.reportWithinDays", r.values.critical.reportWithinDays, "above-baseline", "report") if {
	some r in doc.of_kind("Rollout")
	r.values.critical.reportWithinDays > limits.criticalReportDays
}
