package bulwark.rules_test.vendor_contact_tested

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_contact_tested as rule

test_tested_contact_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_contact_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contact/atAllHours"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-reachable-at-all-hours"]}
}

test_old_test_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contact/testedOn", "value": "2026-05-25"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-tried-within-six-months"]}
}

test_no_test_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contact/testedOn"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-tried-within-six-months"]}
}
