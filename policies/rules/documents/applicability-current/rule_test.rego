package bulwark.rules_test.applicability_current

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.applicability_current as rule

test_recent_review_passes if {
	findings := rule.findings with input as fx.dossier([docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_old_review_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/decidedOn", "value": "2026-08-26"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "not-reviewed-in-time"]}
}

test_overdue_review_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/reviewBy", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "review-is-overdue"]}
}

test_law_in_force_still_planned_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/1/from", "value": "2027-03-01"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "in-force-but-still-planned"]}
}

test_absent_law_dates_of_what_comes_pass if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/4/from", "value": "2026-12-09"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
