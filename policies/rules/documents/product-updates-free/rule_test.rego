package bulwark.rules_test.product_updates_free

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_updates_free as rule

test_free_and_separate_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_paid_updates_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/free", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "security-updates-cost-money"]}
}

test_mixed_updates_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/separateFromFeatures", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "mixed-with-features"]}
}

test_absent_product_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
