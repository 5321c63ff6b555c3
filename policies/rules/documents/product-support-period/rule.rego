# METADATA
# title: "Support lasts five years or the shorter use is reasoned"
# description: >-
#   Security updates end no sooner than five years after the last unit is placed on the market (its first day when
#   sale goes on), unless the provider states why a shorter use is expected. Support that has ended is a finding
#   until the model is taken out of the document.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
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
#     Each model's support.ends is at least five years after lastSale or placedOnMarket, or shorterUseReason
#     is given, and has not passed.
#   fix:
#     document: >-
#       models: [{ support: { ends: "2032-06-30" } }] - a date at least five years after placedOnMarket,
#       published beside the offer.
#   since: "0.1.0"
package bulwark.rules.product_support_period

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, "support.ends"), m.is.support.ends, "shorter-than-the-law-asks", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	not m.is.support.shorterUseReason
	m.is.support.ends < date.plus_years(object.get(m.is, "lastSale", m.is.placedOnMarket), data.baseline.documents.support.years)
}

findings contains doc.fail(r, doc.path(m, "support.ends"), m.is.support.ends, "support-has-ended", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	date.is_past(m.is.support.ends)
}
