package bulwark.rules_test.release_scanned

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_scanned as rule

test_recent_scan_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_old_scan_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/scan/at", "value": "2026-10-21T09:59:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-within-a-day-before-the-release"]}
}

test_scan_after_the_release_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/scan/at", "value": "2026-10-22T10:01:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-within-a-day-before-the-release"]}
}

test_untriaged_hit_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/scan/untriagedCritical", "value": 2}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "critical-hits-without-a-decision"]}
}

test_absent_release_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
