# METADATA
# title: "A critical risk has the decision of an accountable person"
# description: >-
#   Whoever is asked later must find who decided about a critical risk, when and why: those of the highest scores,
#   and those of full impact on a function of safety.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://eur-lex.europa.eu/eli/dir/2024/2853/oj
#     description: "Product Liability Directive"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-PEN-4, OBL-RISK-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each risk with a score of 20 or more, or impact 5 on a safety function, has a decision with name, day
#     and reason.
#   fix:
#     document: >-
#       decision: { by: { name, role }, on: ..., why: ... }
#   since: "0.1.0"
package bulwark.rules.risk_critical_decided

import data.bulwark.lib.date
import data.bulwark.lib.doc

is_critical(risk) if risk.likelihood * risk.impact >= data.baseline.documents.risk.scores.critical

is_critical(risk) if {
	risk.impact == 5
	risk.functionCriticality == "safety"
}

findings contains doc.fail(r, doc.path(risk, "decision"), null, "nobody-decided", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	is_critical(risk.is)
	not risk.is.decision
}

findings contains doc.fail(r, doc.path(risk, "decision.on"), risk.is.decision.on, "decided-before-it-was-known", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	risk.is.decision.on < date.day_of(risk.is.knownAt)
}
