# METADATA
# title: "The plan knows each deadline, and from which event it runs"
# description: >-
#   Each stage a law sets a time for stands in the plan with that time or less, running from the event the law
#   names. A month is taken as 28 days, its shortest.
# related_resources:
#   - ref: https://eur-lex.europa.eu/eli/reg/2024/2847/oj
#     description: "Cyber Resilience Act"
#   - ref: https://eur-lex.europa.eu/eli/dir/2022/2555/oj
#     description: "NIS 2"
#   - ref: https://eur-lex.europa.eu/eli/reg/2016/679/oj
#     description: "GDPR"
# custom:
#   severity: critical
#   domain: documents
#   resource_types: ["Document/IncidentPlan"]
#   obligations: [OBL-INC-7, OBL-INC-4]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     Early warning 24 hours and notification 72 hours from aware; final report 14 days from the measure or
#     one month from the notification; GDPR 72 hours.
#   fix:
#     document: >-
#       stages: [{ stage: early-warning, from: aware, within: { amount: 24, unit: hour }, provision: "Art.
#       14(2)(a)" }]
#   since: "0.1.0"
package bulwark.rules.incident_clocks

import data.bulwark.lib.doc

clocks := data.baseline.documents.incident.clocks

unit_hours := {"hour": 1, "day": 24, "month": 672}

findings contains doc.fail(r, doc.path(authority, "stages"), null, "stage-missing", concat(" ", [authority.is.regime, authority.is.track, stage])) if {
	some r in doc.of_kind("IncidentPlan")
	some authority in doc.items(r, "authorities")
	some stage in {clock.stage | some clock in clocks; clock.regime == authority.is.regime}
	not stage in {given.stage | some given in authority.is.stages}
}

findings contains doc.fail(r, doc.path(stage, "within"), object.get(stage.is, "within", null), "later-than-the-law", concat(" ", [authority.is.regime, authority.is.track, stage.is.stage])) if {
	some r in doc.of_kind("IncidentPlan")
	some authority in doc.items(r, "authorities")
	some stage in doc.inner(authority, "stages")
	some clock in clocks
	is_of(clock, authority.is, stage.is)
	clock.from == stage.is.from
	not is_kept(stage.is, clock)
}

findings contains doc.fail(r, doc.path(stage, "from"), stage.is.from, "runs-from-another-event", concat(" ", [authority.is.regime, authority.is.track, stage.is.stage])) if {
	some r in doc.of_kind("IncidentPlan")
	some authority in doc.items(r, "authorities")
	some stage in doc.inner(authority, "stages")
	events := {clock.from | some clock in clocks; is_of(clock, authority.is, stage.is)}
	count(events) > 0
	not stage.is.from in events
}

is_of(clock, authority, stage) if {
	clock.regime == authority.regime
	clock.stage == stage.stage
}

is_kept(stage, clock) if stage.within.amount * unit_hours[stage.within.unit] <= clock.hours
