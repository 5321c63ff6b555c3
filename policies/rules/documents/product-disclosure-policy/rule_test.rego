package bulwark.rules_test.product_disclosure_policy

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_disclosure_policy as rule

test_open_policy_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_late_acknowledgement_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/acknowledgeDays", "value": 8}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "later-than-the-baseline"]}
}

test_rare_status_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/statusDays", "value": 31}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "later-than-the-baseline"]}
}

test_paid_reporting_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/free", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "reporting-costs-money"]}
}

test_asking_for_personal_data_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/asksPersonalData", "value": true}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "asks-for-personal-data"]}
}

test_not_in_english_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/languages", "value": ["nl"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-in-english"]}
}

test_absent_english_passes_outside_the_uk if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/languages", "value": ["nl"]}, {"op": "replace", "path": "/values/models/0/markets", "value": ["EU"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_expired_security_txt_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/disclosure/securityTxt/expires", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "has-expired"]}
}
