package bulwark.rules_test.privacy_record_current

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_record_current as rule

test_current_record_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_older_than_the_data_model_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/lastDataModelChange", "value": "2026-10-16"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "before-the-last-change-of-the-data-model"]}
}

test_old_record_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/lastDataModelChange", "value": "2025-01-01"}, {"op": "replace", "path": "/values/reviewedOn", "value": "2025-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "older-than-twelve-months"]}
}

test_absent_record_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
