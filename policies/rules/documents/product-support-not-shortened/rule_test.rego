package bulwark.rules_test.product_support_not_shortened

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_support_not_shortened as rule

test_later_end_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_earlier_end_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/ends", "value": "2031-06-29"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "earlier-than-published-before"]}
}

test_history_from_the_future_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/history/0/published", "value": "2026-10-01"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "older-than-its-own-history"]}
}

test_absent_history_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/history", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
