package bulwark.rules_test.risk_not_overdue

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_not_overdue as rule

test_treated_risk_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_overdue_risk_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/treatedAt"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "overdue"]}
}

test_due_later_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/treatedAt"}, {"op": "replace", "path": "/values/risks/0/due", "value": "2026-11-25"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_treatment_of_an_accepted_risk_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/treatedAt"}, {"op": "replace", "path": "/values/risks/0/treatment", "value": "accept"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
