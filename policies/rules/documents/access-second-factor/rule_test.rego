package bulwark.rules_test.access_second_factor

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.access_second_factor as rule

test_hardware_keys_pass if {
	findings := rule.findings with input as fx.dossier([docs.access]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_second_factor_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/people/0/secondFactor", "value": "none"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "no-second-factor"]}
}

test_relayable_factor_of_an_administrator_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/people/0/secondFactor", "value": "totp"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "can-be-relayed-by-a-phishing-page"]}
}

test_who_left_does_not_count if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/people/0/secondFactor", "value": "none"}, {"op": "add", "path": "/values/people/0/left", "value": "2026-11-01"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
