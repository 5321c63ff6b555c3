# METADATA
# title: "Update targets are set and the rollout plan can keep them"
# description: >-
#   The plan of a model says how soon a fix of each severity reaches the fleet. Targets stay within the baseline,
#   and the rollout plan does not promise less than the product does.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     updates.targets has critical and high within the baseline's days, cadenceDays is within 90, and the
#     Rollout's targets are no later.
#   fix:
#     document: >-
#       updates: { cadenceDays: 30, targets: [{ severity: critical, days: 7 }, { severity: high, days: 30 }]
#       } and the same or fewer days in the Rollout.
#   since: "0.1.0"
package bulwark.rules.product_update_targets

import data.bulwark.lib.doc

limits := data.baseline.documents.updates

findings contains doc.fail(r, doc.path(m, "updates.targets"), null, "no-target-for-this-severity", concat(" ", [m.is.id, severity])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some severity in ["critical", "high"]
	count([target | some target in m.is.updates.targets; target.severity == severity]) == 0
}

findings contains doc.fail(r, doc.path(target, "days"), target.is.days, "later-than-the-baseline", concat(" ", [m.is.id, target.is.severity])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some target in doc.inner({"at": doc.path(m, "updates"), "is": m.is.updates}, "targets")
	target.is.days > limits.targetDays[target.is.severity]
}

findings contains doc.fail(r, doc.path(m, "updates.cadenceDays"), m.is.updates.cadenceDays, "rarer-than-the-baseline", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.updates.cadenceDays > limits.cadenceDays
}

# The product promises sooner than its rollout plan delivers.
findings contains doc.fail(r, doc.path(target, "days"), target.is.days, "sooner-than-the-rollout-plan-delivers", concat(" ", [m.is.id, target.is.severity])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some target in doc.inner({"at": doc.path(m, "updates"), "is": m.is.updates}, "targets")
	some plan in doc.of_kind("Rollout")
	plan.values.name == m.is.updates.rollout
	some planned in plan.values.targets
	planned.severity == target.is.severity
	planned.days > target.is.days
}
