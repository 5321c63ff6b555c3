# METADATA
# title: "No risk is past its due date untreated"
# description: >-
#   A risk that is not treated by its due date is overdue; renewing the date is a decision, leaving it is not.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-RISK-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Every risk has treatedAt, or a due date that has not passed.
#   fix:
#     document: >-
#       Treat the risk and set treatedAt, or decide anew and set due with a decision.
#   since: "0.1.0"
package bulwark.rules.risk_not_overdue

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(risk, "due"), risk.is.due, "overdue", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	risk.is.treatment != "accept"
	not risk.is.treatedAt
	date.is_past(risk.is.due)
}
