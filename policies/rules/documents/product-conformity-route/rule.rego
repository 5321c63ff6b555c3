# METADATA
# title: "The class leads to a conformity route, and certificates hold"
# description: >-
#   A product on the Union market has a class under CRA Annex III and IV and a route that is open to the class:
#   important products of class I take internal control only with harmonised standards, class II and critical ones
#   need a third party. Certificates and labels have not expired.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-TRD-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     craClass is decided, conformityRoute is decided and open to it, and no certificate has expired.
#   fix:
#     document: >-
#       craClass: important-class-1 with conformityRoute: harmonised-standard; renew or remove certificates
#       past their expires.
#   since: "0.1.0"
package bulwark.rules.product_conformity_route

import data.bulwark.lib.date
import data.bulwark.lib.doc

routes := {
	"default": {"internal-control", "harmonised-standard", "type-examination", "quality-assurance", "certification"},
	"important-class-1": {"harmonised-standard", "type-examination", "quality-assurance", "certification"},
	"important-class-2": {"type-examination", "quality-assurance", "certification"},
	"critical": {"type-examination", "quality-assurance", "certification"},
}

findings contains doc.fail(r, doc.path(m, "conformityRoute"), m.is.conformityRoute, reason_of(m.is), m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some market in m.is.markets
	doc.is_union(market)
	m.is.craClass != "unknown"
	not m.is.conformityRoute in routes[m.is.craClass]
}

reason_of(model) := "not-decided" if model.conformityRoute == "undecided"

reason_of(model) := "not-open-to-its-class" if model.conformityRoute != "undecided"

findings contains doc.unknown(r, doc.path(m, "craClass"), "class-is-not-decided", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some market in m.is.markets
	doc.is_union(market)
	m.is.craClass == "unknown"
}

findings contains doc.fail(r, doc.path(held, "expires"), held.is.expires, "has-expired", concat(" ", [m.is.id, held.is.reference])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some held in doc.inner(m, "certificates")
	date.is_past(held.is.expires)
}
