package bulwark.rules_test.vendor_assessed

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_assessed as rule

test_deep_assessment_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_assessment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/assessments", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-recent-assessment-of-the-depth-its-tier-asks"]}
}

test_old_assessment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/assessments/0/date", "value": "2025-11-20"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-recent-assessment-of-the-depth-its-tier-asks"]}
}

test_shallow_assessment_of_a_critical_vendor_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/assessments/0/depth", "value": "basic"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-recent-assessment-of-the-depth-its-tier-asks"]}
}

test_candidates_may_wait if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/assessments", "value": []}, {"op": "replace", "path": "/values/vendors/0/status", "value": "candidate"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
