# METADATA
# title: "A vendor patches soon enough for our own promise"
# description: >-
#   A vendor of software in a model owes a fix within the product's own target less the time the canaries run it:
#   what arrives later can no longer reach the fleet in time.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-4, OBL-RISK-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contract.patchWithinDays of each severity is at most the product's target less the soak of the rollout's
#     canaries.
#   fix:
#     document: >-
#       contract: { patchWithinDays: { critical: 5, high: 20 } }
#   since: "0.1.0"
package bulwark.rules.vendor_patch_times

import data.bulwark.lib.doc

# Software has a package URL; a part or a service without one is not patched through a rollout.
supplied contains {"register": r, "vendor": vendor, "model": model} if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	some supply in vendor.is.supplies
	supply.purl
	some model in supply.models
}

# The lane for critical updates soaks for less.
soak_days(model, severity) := max({0} | {days |
	some plan in doc.of_kind("Rollout")
	model.id in plan.values.models
	days := ceil(soak_hours(plan.values, severity) / 24)
})

soak_hours(plan, "critical") := plan.critical.soakHours

soak_hours(plan, severity) := plan.canary.soakHours if severity != "critical"

soak_hours(plan, "critical") := plan.canary.soakHours if not plan.critical

findings contains doc.fail(entry.register, doc.path(entry.vendor, "contract.patchWithinDays"), null, "no-patch-times-agreed", entry.vendor.is.id) if {
	some entry in supplied
	not entry.vendor.is.contract.patchWithinDays
}

findings contains doc.fail(entry.register, concat(".", [entry.vendor.at, "contract.patchWithinDays", target.severity]), promised, "later-than-our-own-target-allows", concat(" ", [entry.vendor.is.id, target.severity])) if {
	some entry in supplied
	some found in doc.models
	found.model.id == entry.model
	some target in found.model.updates.targets
	promised := entry.vendor.is.contract.patchWithinDays[target.severity]
	promised > target.days - soak_days(found.model, target.severity)
}

findings contains doc.unknown(entry.register, doc.path(entry.vendor, "contract.patchWithinDays"), "no-product-document-with-this-model-in-the-input", concat(" ", [entry.vendor.is.id, entry.model])) if {
	some entry in supplied
	not entry.model in {found.model.id | some found in doc.models}
}
