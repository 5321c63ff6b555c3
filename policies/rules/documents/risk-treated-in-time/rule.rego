# METADATA
# title: "Risks are treated within the limit of their severity"
# description: >-
#   The time from learning of a risk to having treated it, or to the day of the check while it is open, stays
#   within the limit for likelihood times impact.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-RISK-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Treated within 30 days at a score of 20 or more, 90 from 12, 180 from 6, 366 below.
#   fix:
#     document: >-
#       Treat the risk; where that needs longer, lower likelihood or impact by an interim measure and assess
#       again.
#   since: "0.1.0"
package bulwark.rules.risk_treated_in_time

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.risk

score(risk) := risk.likelihood * risk.impact

severity(risk) := "critical" if {
	score(risk) >= limits.scores.critical
} else := "high" if {
	score(risk) >= limits.scores.high
} else := "medium" if {
	score(risk) >= limits.scores.medium
} else := "low"

taken(risk) := date.days(risk.treatedAt) - date.days(risk.knownAt) if risk.treatedAt

taken(risk) := date.age(risk.knownAt) if not risk.treatedAt

findings contains doc.fail(r, doc.path(risk, "treatedAt"), taken(risk.is), "days-are-more-than-its-severity-allows", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	risk.is.treatment != "accept"
	taken(risk.is) > limits.treatDays[severity(risk.is)]
}
