package bulwark.rules_test.release_tested

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_tested as rule

test_passed_test_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_failed_test_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/test/result", "value": "fail"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-passed"]}
}

test_short_soak_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/test/stagingSoakHours", "value": 23}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "shorter-than-the-baseline"]}
}

test_another_report_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/test/report/sha256", "value": "9999999999999999999999999999999999999999999999999999999999999999"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "another-report-than-the-gate-saw"]}
}

test_absent_evidence_at_the_gate_is_for_another_rule if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/gates/3/evidence"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
