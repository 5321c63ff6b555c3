package bulwark.rules_test.privacy_lawful_basis

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.privacy_lawful_basis as rule

test_consent_carries_all_passes if {
	findings := rule.findings with input as fx.dossier([docs.privacy]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_health_on_a_contract_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/basis", "value": "contract"}, {"op": "replace", "path": "/values/activities/0/fields/0/category", "value": "health"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#PrivacyRecord/smart-home", "fail", "does-not-carry-special-categories"]}
}

test_absent_special_categories_rest_on_a_contract if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.privacy, [{"op": "replace", "path": "/values/activities/0/basis", "value": "contract"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
