# METADATA
# title: "A bad rollout stops, also when devices fall silent"
# description: >-
#   A bricked device never reports a failure; it times out. An abort rule counts TIMED_OUT, or ALL, with a
#   threshold no higher than the baseline.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html
#     description: "AWS IoT job configurations"
#   - ref: https://www.etsi.org/deliver/etsi_en/303600_303699/303645/03.01.03_60/en_303645v030103p.pdf
#     description: "EN 303 645 V3.1.3"
# custom:
#   severity: critical
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
#     abort has a rule for ALL or TIMED_OUT, and each threshold is at most 10 per cent.
#   fix:
#     document: >-
#       abort: [{ failureType: ALL, thresholdPercent: 10, minExecuted: 20 }]
#   since: "0.1.0"
package bulwark.rules.rollout_abort

import data.bulwark.lib.doc

findings contains doc.fail(r, "abort", r.values.abort, "silent-devices-stop-nothing", "coverage") if {
	some r in doc.of_kind("Rollout")
	count([rule | some rule in r.values.abort; rule.failureType in {"ALL", "TIMED_OUT"}]) == 0
}

findings contains doc.fail(r, doc.path(rule, "thresholdPercent"), rule.is.thresholdPercent, "above-baseline", rule.is.failureType) if {
	some r in doc.of_kind("Rollout")
	some rule in doc.items(r, "abort")
	rule.is.thresholdPercent > data.baseline.rollout.abortThresholdPercentage
}
