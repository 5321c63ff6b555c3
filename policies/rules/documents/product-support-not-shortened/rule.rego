# METADATA
# title: "A published support period is never shortened"
# description: >-
#   What was published once binds: the end of support may be moved out, never in. The history of publications is
#   part of the document.
# related_resources:
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-CONS-15]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     support.ends is not before any end in support.history, and no earlier publication is dated later than
#     the present one.
#   fix:
#     document: >-
#       Move support.ends back out to the latest date ever published, and keep every earlier publication in
#       support.history.
#   since: "0.1.0"
package bulwark.rules.product_support_not_shortened

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, "support.ends"), m.is.support.ends, "earlier-than-published-before", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some before in m.is.support.history
	m.is.support.ends < before.ends
}

findings contains doc.fail(r, doc.path(m, "support.published"), m.is.support.published, "older-than-its-own-history", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some before in m.is.support.history
	m.is.support.published < before.published
}
