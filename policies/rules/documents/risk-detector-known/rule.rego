# METADATA
# title: "Each threat has a detector, or says why it cannot have one"
# description: >-
#   A risk names a detector that exists, so that somebody notices when it comes true, or the reason why none can
#   see it and what is watched instead.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/RiskRegister"]
#   obligations: [OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     detector is one of the catalogue's detectors, or noDetector gives the reason.
#   fix:
#     document: >-
#       detector: foreign-topic-access, or noDetector: What is watched instead and by whom.
#   since: "0.1.0"
package bulwark.rules.risk_detector_known

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(risk, "detector"), null, "nothing-would-notice", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	not risk.is.detector
	not risk.is.noDetector
}

findings contains doc.fail(r, doc.path(risk, "detector"), risk.is.detector, "no-such-detector", risk.is.id) if {
	some r in doc.of_kind("RiskRegister")
	some risk in doc.items(r, "risks")
	risk.is.detector
	not risk.is.detector in data.baseline.documents.risk.detectors
}
