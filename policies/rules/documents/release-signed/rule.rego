# METADATA
# title: "A release is signed by two people with a current algorithm"
# description: >-
#   The image carries a signature of an accepted algorithm, made with a key that had not expired, by at least two
#   people or roles, after the gates and before it went out.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://csrc.nist.gov/pubs/sp/800/131/a/r2/final
#     description: "NIST SP 800-131A"
# custom:
#   severity: critical
#   domain: documents
#   resource_types: ["Document/Release"]
#   obligations: [OBL-SDLC-7]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     image.signature has an algorithm of the allow-list, signedAt before keyExpires and released, and two
#     signers.
#   fix:
#     document: >-
#       image: { sha256: ..., signature: { algorithm: ecdsa-p256-sha256, keyId, signedAt, keyExpires,
#       signers: [Release manager, Product security lead] } }
#   since: "0.1.0"
package bulwark.rules.release_signed

import data.bulwark.lib.date
import data.bulwark.lib.doc

limits := data.baseline.documents.release

findings contains doc.fail(r, "image.signature", null, "not-signed", "signature") if {
	some r in doc.of_kind("Release")
	not r.values.image.signature
}

findings contains doc.fail(r, "image.signature.algorithm", signature.algorithm, "not-accepted", "algorithm") if {
	some r in doc.of_kind("Release")
	signature := r.values.image.signature
	not signature.algorithm in limits.algorithms
}

findings contains doc.fail(r, "image.signature.keyExpires", signature.keyExpires, "key-had-expired", "keyExpires") if {
	some r in doc.of_kind("Release")
	signature := r.values.image.signature
	signature.keyExpires < date.day_of(signature.signedAt)
}

findings contains doc.fail(r, "image.signature.signedAt", signature.signedAt, "after-it-went-out", "signedAt") if {
	some r in doc.of_kind("Release")
	signature := r.values.image.signature
	signature.signedAt > r.values.released
}

findings contains doc.fail(r, "image.signature.signers", signature.signers, "fewer-than-two-people", "signers") if {
	some r in doc.of_kind("Release")
	signature := r.values.image.signature
	count({signer | some signer in signature.signers}) < limits.signers
}
