# METADATA
# title: "Owners are told in a language they read, and machines as well"
# description: >-
#   The notice to owners goes out in English where the product is sold in the United Kingdom, through more than
#   one channel, beside an advisory machines can read.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     peopleNotice has English for the UK and two channels, one of which does not need the product to work.
#   fix:
#     document: >-
#       peopleNotice: { channels: [message in the app, e-mail], languages: [en, nl], ownersListedFrom,
#       csafUrl }
#   since: "0.1.0"
package bulwark.rules.incident_people_notice

import data.bulwark.lib.doc

findings contains doc.fail(r, "peopleNotice.languages", r.values.peopleNotice.languages, "not-in-english", "languages") if {
	some r in doc.of_kind("IncidentPlan")
	doc.sold_in_uk
	not "en" in r.values.peopleNotice.languages
}

findings contains doc.fail(r, "peopleNotice.channels", r.values.peopleNotice.channels, "one-channel-only", "channels") if {
	some r in doc.of_kind("IncidentPlan")
	count({channel | some channel in r.values.peopleNotice.channels}) < 2
}
