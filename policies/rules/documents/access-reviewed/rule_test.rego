package bulwark.rules_test.access_reviewed

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.access_reviewed as rule

test_reviewed_right_passes if {
	findings := rule.findings with input as fx.dossier([docs.access]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_old_review_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/grants/0/reviewed", "value": "2026-08-26"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "not-reviewed-in-time"]}
}

test_own_review_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/grants/0/reviewer", "value": "emma-jacobs"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "reviewed-their-own-right"]}
}

test_unused_right_kept_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/grants/0/lastUsed", "value": "2026-08-01"}, {"op": "replace", "path": "/values/grants/0/granted", "value": "2026-06-01"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "kept-although-unused"]}
}

test_absent_use_of_a_new_right_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "remove", "path": "/values/grants/0/lastUsed"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_rare_reviews_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.access, [{"op": "replace", "path": "/values/limits/reviewEveryDays", "value": 180}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#AccessReview/2026-q4", "fail", "above-baseline"]}
}
