package bulwark.rules_test.access_trained

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.access_trained as rule

test_trained_people_pass if {
	findings := rule.findings with input as fx.dossier([docs.access]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_training_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/people/0/training", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "not-trained-within-a-year"]}
}

test_old_training_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/people/0/training/0/on", "value": "2025-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "not-trained-within-a-year"]}
}
