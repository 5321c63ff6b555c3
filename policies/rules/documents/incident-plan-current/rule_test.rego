package bulwark.rules_test.incident_plan_current

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_plan_current as rule

test_exercised_plan_passes if {
	findings := rule.findings with input as fx.dossier([docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_overdue_review_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/nextReview", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "review-is-overdue"]}
}

test_absent_exercise_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/exercises", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "not-exercised-within-a-year"]}
}

test_old_exercise_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/exercises/0/date", "value": "2025-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "not-exercised-within-a-year"]}
}

test_exercise_to_come_does_not_count if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/exercises/0/date", "value": "2026-12-01"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "not-exercised-within-a-year"]}
}
