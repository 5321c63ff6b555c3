package bulwark.rules_test.risk_essential_requirements

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_essential_requirements as rule

test_all_points_answered_pass if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_point_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/essentialRequirements/12"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "not-answered"]}
}

test_point_left_unknown_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/essentialRequirements/3/applies", "value": "unknown"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "left-unknown"]}
}

test_point_that_does_not_apply_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/essentialRequirements/3/applies", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
