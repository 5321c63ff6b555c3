package bulwark.rules_test.release_components_known

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_components_known as rule

test_current_list_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_list_older_than_the_build_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/sbom/createdAt", "value": "2026-10-09T07:29:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "older-than-the-build"]}
}

test_old_list_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/released", "value": "2026-11-20T00:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-current-at-the-release"]}
}

test_absent_vex_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/vex"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "no-word-on-exploitability"]}
}

test_exploited_flaw_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/scan/knownExploited", "value": 1}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "known-to-be-exploited"]}
}
