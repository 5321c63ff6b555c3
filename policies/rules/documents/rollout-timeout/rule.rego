# METADATA
# title: "An update that hangs is counted within a day"
# description: >-
#   Until its timer ends, a device that never answers counts as neither success nor failure, so that nothing stops
#   the rollout on its account.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "AWS IoT job configurations"
# custom:
#   severity: medium
#   domain: documents
#   resource_types: ["Document/Rollout"]
#   obligations: [OBL-SDLC-6]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     timeoutMinutes is at most 1440.
#   fix:
#     document: >-
#       timeoutMinutes: 60
#   since: "0.1.0"
package bulwark.rules.rollout_timeout

import data.bulwark.lib.doc
import data.bulwark.lib.result

findings contains result.fail(r, "timeoutMinutes", r.values.timeoutMinutes, "above-baseline") if {
	some r in doc.of_kind("Rollout")
	r.values.timeoutMinutes > data.baseline.documents.rollout.timeoutMinutes
}
