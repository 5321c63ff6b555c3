package bulwark.rules_test.incident_roles_covered

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_roles_covered as rule

test_covered_roles_pass if {
	findings := rule.findings with input as fx.dossier([docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_holder_as_own_deputy_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/roles/0/deputy/name", "value": "An Peeters"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "holder-and-deputy-are-one-person"]}
}

test_slow_escalation_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/escalation/0/withinMinutes", "value": 120}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "nobody-is-called-in-time"]}
}

test_absent_escalation_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "remove", "path": "/values/escalation/1"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "nobody-is-called-in-time"]}
}
