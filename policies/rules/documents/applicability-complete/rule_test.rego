package bulwark.rules_test.applicability_complete

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.applicability_complete as rule

test_decided_everywhere_passes if {
	findings := rule.findings with input as fx.dossier([docs.product, docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_undecided_market_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/markets", "value": ["EU", "UK", "US-CA"]}]), docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-decided"]}
}

test_law_left_out_fails if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.changed(docs.applicability, [{"op": "remove", "path": "/values/products/1/regimes/0"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "law-not-decided"]}
}

test_without_the_document_unknown if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "no-applicability-document-in-the-input"]}
}
