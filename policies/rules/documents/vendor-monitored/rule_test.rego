package bulwark.rules_test.vendor_monitored

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_monitored as rule

test_watched_vendor_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_recent_signal_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/monitoring/0/on", "value": "2026-10-25"}, {"op": "replace", "path": "/values/vendors/0/monitoring/1/on", "value": "2026-10-25"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-signal-within-thirty-days"]}
}

test_no_person_looked_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/monitoring/1/how", "value": "automated"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "not-looked-at-in-this-way-within-a-quarter"]}
}

test_absent_monitoring_of_a_standard_vendor_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/monitoring", "value": []}, {"op": "replace", "path": "/values/vendors/0/tier", "value": "standard"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
