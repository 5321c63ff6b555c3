# METADATA
# title: "Everyone is trained for each role within a year"
# description: >-
#   Each person was trained for each role held, within the last twelve months. That the training was taken in is
#   attested.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/AccessReview"]
#   obligations: [OBL-RISK-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     For each role of each person, training has an entry at most a year old.
#   fix:
#     document: >-
#       training: [{ role, course, on }]
#   since: "0.1.0"
package bulwark.rules.access_trained

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(person, "training"), role, "not-trained-within-a-year", concat(" ", [person.is.id, role])) if {
	some r in doc.of_kind("AccessReview")
	some person in doc.items(r, "people")
	not has_left(person.is)
	some role in person.is.roles
	not is_trained(person.is, role)
}

is_trained(person, role) if {
	some held in person.training
	held.role == role
	date.age(held.on) <= data.baseline.documents.access.trainingDays
}

has_left(person) if date.is_past(person.left)
