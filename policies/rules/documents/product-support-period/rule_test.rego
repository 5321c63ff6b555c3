package bulwark.rules_test.product_support_period

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_support_period as rule

test_long_support_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_short_support_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/ends", "value": "2029-06-30"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "shorter-than-the-law-asks"]}
}

test_counted_from_the_last_sale if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "add", "path": "/values/models/0/lastSale", "value": "2028-01-31"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "shorter-than-the-law-asks"]}
}

test_shorter_use_with_a_reason_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/ends", "value": "2029-06-30"}, {"op": "add", "path": "/values/models/0/support/shorterUseReason", "value": "Sealed battery lasts three years"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_ended_support_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/ends", "value": "2026-11-24"}, {"op": "add", "path": "/values/models/0/support/shorterUseReason", "value": "Sealed battery lasts one year"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "support-has-ended"]}
}

test_absent_document_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
