# METADATA
# title: "A few canaries run a release before the fleet does"
# description: >-
#   A small share of the fleet gets the release first; the others follow only after nearly all canaries have run
#   it for a day.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "AWS IoT job configurations"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/Rollout"]
#   obligations: [OBL-CONS-13, OBL-SDLC-11]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     canary.percent is above 0 and at most 10, successPercent at least 95, soakHours at least 24.
#   fix:
#     document: >-
#       canary: { percent: 5, successPercent: 95, soakHours: 24 }
#   since: "0.1.0"
package bulwark.rules.rollout_canary

import data.bulwark.lib.doc

limits := data.baseline.documents.rollout

findings contains doc.fail(r, "canary.percent", r.values.canary.percent, "no-small-share-first", "percent") if {
	some r in doc.of_kind("Rollout")
	not is_small(r.values.canary.percent)
}

is_small(percent) if {
	percent > 0
	percent <= limits.canaryPercent
}

findings contains doc.fail(r, "canary.successPercent", r.values.canary.successPercent, "below-baseline", "successPercent") if {
	some r in doc.of_kind("Rollout")
	r.values.canary.successPercent < limits.canarySuccessPercent
}

findings contains doc.fail(r, "canary.soakHours", r.values.canary.soakHours, "below-baseline", "soakHours") if {
	some r in doc.of_kind("Rollout")
	r.values.canary.soakHours < limits.soakHours
}
