# METADATA
# title: "Attestations are valid, and their exceptions have not run out"
# description: >-
#   A claim counts only in its time: it is valid on the day of the check, was signed no earlier than what it
#   speaks about was done, and none of its exceptions has passed its end.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Attestation"]
#   obligations: [OBL-RISK-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     validFrom and validUntil enclose the day of the check, signedAt is not before performedOn, and
#     exceptions[].until has not passed.
#   fix:
#     document: >-
#       Renew the attestation, or end the exception by doing what it put off.
#   since: "0.1.0"
package bulwark.rules.attestation_valid

import data.bulwark.lib.date
import data.bulwark.lib.doc

findings contains doc.fail(r, "validUntil", r.values.validUntil, "has-expired", "validUntil") if {
	some r in doc.of_kind("Attestation")
	date.is_past(r.values.validUntil)
}

findings contains doc.fail(r, "validFrom", r.values.validFrom, "not-yet-valid", "validFrom") if {
	some r in doc.of_kind("Attestation")
	date.is_future(r.values.validFrom)
}

findings contains doc.fail(r, "signedAt", r.values.signedAt, "signed-before-it-was-done", "signedAt") if {
	some r in doc.of_kind("Attestation")
	date.day_of(r.values.signedAt) < r.values.performedOn
}

findings contains doc.fail(r, doc.path(exception, "until"), exception.is.until, "exception-ran-out", exception.is.what) if {
	some r in doc.of_kind("Attestation")
	some exception in doc.items(r, "exceptions")
	date.is_past(exception.is.until)
}

findings contains doc.fail(r, "reviewer.name", r.values.reviewer.name, "reviewed-their-own-claim", "reviewer") if {
	some r in doc.of_kind("Attestation")
	r.values.reviewer.name == r.values.attestor.name
}
