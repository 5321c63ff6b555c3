# METADATA
# title: "Whoever is recorded can read why"
# description: >-
#   Each activity has a notice, in English where the product is sold in the United Kingdom, and each sensor it
#   takes data from is one the product declares.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/PrivacyRecord"]
#   obligations: [OBL-DATA-2]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     notices is not empty (with English for the UK), and each field's sensor stands in a Product document.
#   fix:
#     document: >-
#       notices: [{ language: en, url, sha256 }] and the sensor under sensors of the model.
#   since: "0.1.0"
package bulwark.rules.privacy_notices_published

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(activity, "notices"), null, "no-notice", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	some activity in doc.items(r, "activities")
	count(activity.is.notices) == 0
}

findings contains doc.fail(r, doc.path(activity, "notices"), null, "no-notice-in-english", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	doc.sold_in_uk
	some activity in doc.items(r, "activities")
	count(activity.is.notices) > 0
	not "en" in {notice.language | some notice in activity.is.notices}
}

findings contains doc.fail(r, doc.path(field, "sensor"), field.is.sensor, "no-such-sensor-declared", concat(" ", [activity.is.id, field.is.name])) if {
	some r in doc.of_kind("PrivacyRecord")
	doc.is_given("Product")
	some activity in doc.items(r, "activities")
	some field in doc.inner(activity, "fields")
	field.is.sensor
	not field.is.sensor in {sensor.id | some entry in doc.models; some sensor in entry.model.sensors}
}

findings contains doc.unknown(r, doc.path(activity, "fields"), "no-product-document-in-the-input", activity.is.id) if {
	some r in doc.of_kind("PrivacyRecord")
	not doc.is_given("Product")
	some activity in doc.items(r, "activities")
	count([field | some field in activity.is.fields; field.sensor]) > 0
}
