package bulwark.rules_test.vendor_exit_plan

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_exit_plan as rule

test_vendor_with_a_way_out_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_exit_plan_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/exitPlan"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-stated"]}
}

test_no_second_source_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/secondSource"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-stated"]}
}

test_important_vendor_needs_none if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/exitPlan"}, {"op": "replace", "path": "/values/vendors/0/tier", "value": "important"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
