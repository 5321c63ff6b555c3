# METADATA
# title: "A vendor tells of a breach early enough for our own deadline"
# description: >-
#   The notice a vendor owes is due soon enough to leave the provider its handling time before the shortest
#   deadline of its own incident plan.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/VendorRegister"]
#   obligations: [OBL-SUP-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     contract.breachNoticeHours is at most the shortest reporting deadline of the IncidentPlan less 8 hours
#     of handling.
#   fix:
#     document: >-
#       contract: { breachNoticeHours: 12 }
#   since: "0.1.0"
package bulwark.rules.vendor_breach_notice

import data.bulwark.lib.doc

handling := data.baseline.documents.vendor.handlingHours

unit_hours := {"hour": 1, "day": 24, "month": 672}

deadlines contains stage.within.amount * unit_hours[stage.within.unit] if {
	some plan in doc.of_kind("IncidentPlan")
	some authority in plan.values.authorities
	some stage in authority.stages
}

active contains {"register": r, "vendor": vendor} if {
	some r in doc.of_kind("VendorRegister")
	some vendor in doc.items(r, "vendors")
	vendor.is.status == "active"
	vendor.is.contract
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "contract.breachNoticeHours"), null, "no-hours-agreed", entry.vendor.is.id) if {
	some entry in active
	not entry.vendor.is.contract.breachNoticeHours
}

findings contains doc.fail(entry.register, doc.path(entry.vendor, "contract.breachNoticeHours"), entry.vendor.is.contract.breachNoticeHours, "leaves-no-time-for-our-own-deadline", entry.vendor.is.id) if {
	some entry in active
	count(deadlines) > 0
	entry.vendor.is.contract.breachNoticeHours > min(deadlines) - handling
}

findings contains doc.unknown(entry.register, doc.path(entry.vendor, "contract.breachNoticeHours"), "no-incident-plan-with-deadlines-in-the-input", entry.vendor.is.id) if {
	some entry in active
	entry.vendor.is.contract.breachNoticeHours
	count(deadlines) == 0
}
