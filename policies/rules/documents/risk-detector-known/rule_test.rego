package bulwark.rules_test.risk_detector_known

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_detector_known as rule

test_known_detector_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_detector_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/detector"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "nothing-would-notice"]}
}

test_unheard_of_detector_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/risks/0/detector", "value": "crystal-ball"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "no-such-detector"]}
}

test_reason_in_place_of_a_detector_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/detector"}, {"op": "add", "path": "/values/risks/0/noDetector", "value": "Happens at the door, away from any network"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
