package bulwark.rules_test.privacy_pseudonym_key

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_pseudonym_key as rule

test_key_apart_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/dataClass", "value": "pseudonymous"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_key_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/dataClass", "value": "pseudonymous"}, {"op": "remove", "path": "/values/pseudonymKey"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "what-undoes-the-pseudonym-is-not-named"]}
}

test_key_with_the_data_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/stores/0/dataClass", "value": "pseudonymous"}, {"op": "replace", "path": "/values/pseudonymKey/apartFromData", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "lies-with-the-data"]}
}

test_no_pseudonym_no_key if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "remove", "path": "/values/pseudonymKey"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
