package bulwark.rules_test.access_expires

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.access_expires as rule

test_right_with_an_end_passes if {
	findings := rule.findings with input as fx.dossier([docs.access]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_long_right_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/grants/0/expires", "value": "2027-03-15"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "lives-longer-than-the-limit"]}
}

test_long_session_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/limits/sessionMinutes", "value": 1440}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "above-baseline"]}
}

test_leaver_with_a_right_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "add", "path": "/values/people/1/left", "value": "2026-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "left-but-still-holds-it"]}
}

test_absent_rights_of_leavers_pass if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "add", "path": "/values/people/1/left", "value": "2026-11-20"}, {"op": "replace", "path": "/values/grants/0/expires", "value": "2026-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
