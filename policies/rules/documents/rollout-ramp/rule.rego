# METADATA
# title: "A rollout speeds up on success only"
# description: >-
#   A rate that grows with the number of devices told would speed up a release that bricks them. Growth hangs on
#   devices that succeeded; a constant rate does not grow.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "AWS IoT job configurations"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Rollout"]
#   obligations: [OBL-SDLC-6, OBL-CONS-13]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     rate is constant, or increaseAfter counts succeeded devices.
#   fix:
#     document: >-
#       rate: { kind: exponential, ..., increaseAfter: { succeeded: 1000 } }
#   since: "0.1.0"
package bulwark.rules.rollout_ramp

import data.bulwark.lib.doc
import data.bulwark.lib.result

findings contains result.fail(r, "rate.increaseAfter", r.values.rate.increaseAfter, "grows-with-devices-told-not-with-success") if {
	some r in doc.of_kind("Rollout")
	r.values.rate.kind == "exponential"
	not r.values.rate.increaseAfter.succeeded
}
