# METADATA
# title: "Decisions follow from the facts stated beside them"
# description: >-
#   A connectable product on the Union market is in scope of the Cyber Resilience Act, a consumer's connectable
#   product of the UK of PSTI, processing of personal data of the GDPR of the market, and internet-connected radio
#   equipment of the delegated act. A decision that says otherwise contradicts its own facts.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://www.legislation.gov.uk/uksi/2023/1007
#     description: "UK SI 2023/1007"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://eur-lex.europa.eu/eli/reg_del/2022/30/oj
#     description: "Delegated Regulation (EU) 2022/30"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Applicability"]
#   obligations: [OBL-REG-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Where the facts put a product in scope of a law, its decision is not false.
#   fix:
#     document: >-
#       Correct the fact, or set applies: true with the day from which the law binds.
#   since: "0.1.0"
package bulwark.rules.applicability_follows_facts

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(decision, "applies"), false, "contradicts-the-facts", concat(" ", [row.is.model, row.is.market, decision.is.regime])) if {
	some r in doc.of_kind("Applicability")
	some row in doc.items(r, "products")
	some decision in doc.inner(row, "regimes")
	decision.is.applies == false
	is_in_scope(decision.is.regime, row.is.market, row.is.facts)
}

is_in_scope("eu-cra", market, facts) if {
	doc.is_union(market)
	facts.connectable == true
}

is_in_scope("eu-red-en18031", market, facts) if {
	doc.is_union(market)
	facts.radio == true
	facts.connectable == true
}

is_in_scope("eu-gdpr", market, facts) if {
	doc.is_union(market)
	facts.personalData == true
}

is_in_scope("uk-psti", "UK", facts) if {
	facts.consumer == true
	facts.connectable == true
}

is_in_scope("uk-gdpr", "UK", facts) if facts.personalData == true
