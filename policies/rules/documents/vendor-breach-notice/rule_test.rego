package bulwark.rules_test.vendor_breach_notice

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_breach_notice as rule

test_early_notice_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors, docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_late_notice_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contract/breachNoticeHours", "value": 24}]), docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "leaves-no-time-for-our-own-deadline"]}
}

test_absent_hours_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/breachNoticeHours"}]), docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-hours-agreed"]}
}

test_without_a_plan_unknown if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "unknown", "no-incident-plan-with-deadlines-in-the-input"]}
}
