package bulwark.rules_test.incident_clocks

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_clocks as rule

test_lawful_clocks_pass if {
	findings := rule.findings with input as fx.dossier([docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_late_early_warning_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/authorities/0/stages/0/within/amount", "value": 36}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "later-than-the-law"]}
}

test_absent_time_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "remove", "path": "/values/authorities/3/stages/0/within"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "later-than-the-law"]}
}

test_stage_missing_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "remove", "path": "/values/authorities/2/stages/0"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "stage-missing"]}
}

test_another_event_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/authorities/0/stages/0/from", "value": "handled"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "runs-from-another-event"]}
}

test_thirty_days_are_more_than_a_month if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/authorities/1/stages/2/within", "value": {"amount": 30, "unit": "day"}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "later-than-the-law"]}
}
