package bulwark.rules_test.vendor_results_shared

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_results_shared as rule

test_shared_result_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_answer_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/audits/0/managementResponse"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-stated"]}
}

test_unshared_result_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/audits/0/sharedWith", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-stated"]}
}
