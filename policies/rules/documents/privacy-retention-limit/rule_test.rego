package bulwark.rules_test.privacy_retention_limit

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_retention_limit as rule

test_one_year_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_longer_than_a_year_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/retentionDays", "value": 366}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "longer-than-its-class-allows"]}
}

test_sensitive_data_have_ninety_days if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/dataClass", "value": "sensitive"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "longer-than-its-class-allows"]}
}

test_store_without_erasure_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/erasure", "value": "none"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "cannot-be-erased"]}
}

test_absent_limit_under_a_legal_obligation if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/retentionDays", "value": 3650}, {"op": "replace", "path": "/values/activities/0/basis", "value": "legal-obligation"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
