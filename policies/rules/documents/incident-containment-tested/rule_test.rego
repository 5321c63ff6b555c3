package bulwark.rules_test.incident_containment_tested

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_containment_tested as rule

test_recent_test_passes if {
	findings := rule.findings with input as fx.dossier([docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_old_test_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/containment/lastTested", "value": "2026-08-26"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "not-tried-within-ninety-days"]}
}

test_absent_plan_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
