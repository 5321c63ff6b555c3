package bulwark.rules_test.risk_assessment_current

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_assessment_current as rule

test_recent_assessment_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks, docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_older_than_the_architecture_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/assessedOn", "value": "2026-09-13"}]), docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "older-than-the-architecture"]}
}

test_older_threat_model_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/threatModel/date", "value": "2026-09-13"}]), docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "older-than-the-architecture"]}
}

test_old_assessment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/assessedOn", "value": "2025-11-20"}, {"op": "replace", "path": "/values/lastArchitectureChange", "value": "2025-01-01"}]), docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "older-than-twelve-months"]}
}

test_release_left_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/versions", "value": ["3.1.0"]}]), docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "release-not-covered"]}
}

test_absent_release_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
