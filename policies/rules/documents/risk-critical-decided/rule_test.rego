package bulwark.rules_test.risk_critical_decided

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_critical_decided as rule

test_decided_risk_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_undecided_risk_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/decision"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "nobody-decided"]}
}

test_decision_before_the_risk_was_known_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/risks/0/decision/on", "value": "2026-09-13"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "decided-before-it-was-known"]}
}

test_absent_decision_on_a_small_risk_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/decision"}, {"op": "replace", "path": "/values/risks/0/impact", "value": 3}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
