# METADATA
# title: "Firmware is verified from a root of trust in hardware"
# description: >-
#   The declared boot chain begins in hardware, each stage verifies the next by a signature, and the fuses that
#   hold it are locked. Whether a real unit does so is shown only by a device test, never by this document.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
#   - ref: https://csrc.nist.gov/pubs/sp/800/131/a/r2/final
#     description: "NIST SP 800-131A"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-SDLC-9]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     bootChain.rootOfTrust is mask-rom, secure-element or tpm, each stage has a current algorithm, and fuses
#     are locked.
#   fix:
#     document: >-
#       bootChain: { rootOfTrust: mask-rom, stages: [{ stage: boot loader, verifiedBy: mask ROM, algorithm:
#       ecdsa-p256-sha256 }], fuses: locked }
#   since: "0.1.0"
package bulwark.rules.product_boot_chain

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(m, "bootChain.rootOfTrust"), m.is.bootChain.rootOfTrust, "can-be-rewritten", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.bootChain.rootOfTrust in {"flash", "none"}
}

findings contains doc.fail(r, doc.path(stage, "algorithm"), stage.is.algorithm, "not-a-current-signature", concat(" ", [m.is.id, stage.is.stage])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some stage in doc.inner({"at": doc.path(m, "bootChain"), "is": m.is.bootChain}, "stages")
	not stage.is.algorithm in data.baseline.documents.release.algorithms
}

findings contains doc.fail(r, doc.path(m, "bootChain.fuses"), m.is.bootChain.fuses, "not-locked", m.is.id) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	m.is.bootChain.fuses != "locked"
}
