# METADATA
# title: "Everyone signs in with a second factor, the privileged with one that cannot be relayed"
# description: >-
#   Each person with a right has a second factor; who holds a privileged role has a hardware key or a passkey.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://csrc.nist.gov/pubs/sp/800/63/b/upd2/final
#     description: "NIST SP 800-63B"
# custom:
#   severity: critical
#   domain: documents
#   resource_types: ["Document/AccessReview"]
#   obligations: [OBL-IAM-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     secondFactor is not none; for privileged roles it is hardware-key or passkey.
#   fix:
#     document: >-
#       people: [{ ..., secondFactor: hardware-key }]
#   since: "0.1.0"
package bulwark.rules.access_second_factor

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(person, "secondFactor"), "none", "no-second-factor", person.is.id) if {
	some r in doc.of_kind("AccessReview")
	some person in doc.items(r, "people")
	not has_left(person.is)
	person.is.secondFactor == "none"
}

findings contains doc.fail(r, doc.path(person, "secondFactor"), person.is.secondFactor, "can-be-relayed-by-a-phishing-page", person.is.id) if {
	some r in doc.of_kind("AccessReview")
	privileged := {role.id | some role in r.values.roles; role.privileged}
	some person in doc.items(r, "people")
	not has_left(person.is)
	count(privileged & {role | some role in person.is.roles}) > 0
	person.is.secondFactor == "totp"
	not "totp" in data.baseline.documents.access.privilegedFactors
}

has_left(person) if date.is_past(person.left)
