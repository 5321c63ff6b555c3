package bulwark.rules_test.release_advisory

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_advisory as rule

test_advisory_with_csaf_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_advisory_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/advisory"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "no-advisory"]}
}

test_no_csaf_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/advisory/csaf"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-readable-by-machines"]}
}

test_late_advisory_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/advisory/published", "value": "2026-10-23T10:01:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "later-than-a-day-after-the-release"]}
}

test_feature_release_needs_none if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/advisory"}, {"op": "replace", "path": "/values/securityOnly", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
