package bulwark.rules_test.release_available

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_available as rule

test_long_availability_passes if {
	findings := rule.findings with input as fx.dossier([docs.release, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_paid_release_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/free", "value": false}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "costs-money"]}
}

test_short_availability_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/availableUntil", "value": "2036-10-21"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "less-than-ten-years"]}
}

test_gone_before_support_ends_fails if {
	findings := rule.findings with input as fx.dossier([docs.release, fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/support/ends", "value": "2037-01-31"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "gone-before-support-ends"]}
}

test_absent_product_leaves_ten_years if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
