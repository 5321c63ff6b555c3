# METADATA
# title: "Every model is decided in every market it is sold in, law by law"
# description: >-
#   For each model and market of the product there is a decision, and it names every law of the market's
#   jurisdiction that the catalogue knows, whether it applies or not.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-REG-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Each model and market of the Product stands in the Applicability document with a decision on every law
#     of that market.
#   fix:
#     document: >-
#       products: [{ product, model, market: EU, facts: {...}, regimes: [{ regime: eu-cra, applies: true,
#       from: ..., reason: ... }] }]
#   since: "0.1.0"
package bulwark.rules.applicability_complete

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, "markets"), market, "not-decided", concat(" ", [m.is.id, market])) if {
	some r in doc.of_kind("Product")
	doc.is_given("Applicability")
	some m in doc.items(r, "models")
	some market in m.is.markets
	count(decisions(r.values.name, m.is.id, market)) == 0
}

findings contains doc.fail(r, doc.path(m, "markets"), law, "law-not-decided", concat(" ", [m.is.id, market, law])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some market in m.is.markets
	some row in decisions(r.values.name, m.is.id, market)
	some law in laws(market)
	not law in {decision.regime | some decision in row.regimes}
}

findings contains doc.unknown(r, "models", "no-applicability-document-in-the-input", r.values.name) if {
	some r in doc.of_kind("Product")
	not doc.is_given("Applicability")
}

decisions(product, model, market) := [row |
	some record in doc.of_kind("Applicability")
	some row in record.values.products
	row.product == product
	row.model == model
	row.market == market
]

laws(market) := data.baseline.documents.applicability.lawsByMarket[market] if not doc.is_union(market)

laws(market) := data.baseline.documents.applicability.lawsByMarket.EU if doc.is_union(market)
