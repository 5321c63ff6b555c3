# METADATA
# title: "Unused and debug interfaces are closed"
# description: >-
#   A debug interface is disabled or protected in what is sold, and every interface that is not simply in use says
#   how it is kept shut.
# related_resources:
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Product"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No interface of kind debug is in state used, and disabled or protected ones name their protection.
#   fix:
#     document: >-
#       interfaces: [{ id: uart, kind: debug, state: disabled, protection: Closed by fuse at the end of
#       production }]
#   since: "0.1.0"
package bulwark.rules.product_interfaces_closed

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(port, "state"), "used", "debug-interface-open", concat(" ", [m.is.id, port.is.id])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some port in doc.inner(m, "interfaces")
	port.is.kind == "debug"
	port.is.state == "used"
}

findings contains doc.fail(r, doc.path(port, "protection"), null, "protection-is-not-stated", concat(" ", [m.is.id, port.is.id])) if {
	some r in doc.of_kind("Product")
	some m in doc.items(r, "models")
	some port in doc.inner(m, "interfaces")
	not port.is.protection
}
