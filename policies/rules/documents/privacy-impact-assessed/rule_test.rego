package bulwark.rules_test.privacy_impact_assessed

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_impact_assessed as rule

test_current_assessment_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_assessment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "remove", "path": "/values/activities/0/dpia"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "no-impact-assessment"]}
}

test_older_than_the_data_model_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/lastDataModelChange", "value": "2026-09-29"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "older-than-the-data-model"]}
}

test_old_assessment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/lastDataModelChange", "value": "2025-01-01"}, {"op": "replace", "path": "/values/activities/0/dpia/date", "value": "2025-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "older-than-twelve-months"]}
}

test_location_without_marker_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/highRisk", "value": ["monitoring-public-space"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "marker-missing"]}
}
