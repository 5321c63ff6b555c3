# METADATA
# title: "Every role has a deputy, and alarms reach someone in time"
# description: >-
#   A deputy is another person than the holder, and alarms of critical and high severity reach a role within the
#   limit.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
# custom:
#   severity: high
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     roles[].deputy is not the holder; escalation has critical within 60 and high within 240 minutes.
#   fix:
#     document: >-
#       escalation: [{ severity: critical, withinMinutes: 15, to: incident-lead }]
#   since: "0.1.0"
package bulwark.rules.incident_roles_covered

import data.bulwark.lib.doc

findings contains doc.fail(r, doc.path(role, "deputy.name"), role.is.deputy.name, "holder-and-deputy-are-one-person", role.is.id) if {
	some r in doc.of_kind("IncidentPlan")
	some role in doc.items(r, "roles")
	role.is.deputy.name == role.is.holder.name
}

findings contains doc.fail(r, "escalation", null, "nobody-is-called-in-time", severity) if {
	some r in doc.of_kind("IncidentPlan")
	some severity, minutes in data.baseline.documents.incident.escalationMinutes
	count([step |
		some step in r.values.escalation
		step.severity == severity
		step.withinMinutes <= minutes
	]) == 0
}
