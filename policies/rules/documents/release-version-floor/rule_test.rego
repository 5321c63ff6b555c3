package bulwark.rules_test.release_version_floor

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_version_floor as rule

test_floor_at_the_version_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_floor_below_a_security_release_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/versionFloor", "value": "3.1.9"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "lets-the-flaw-be-brought-back"]}
}

test_absent_security_fix_may_keep_the_floor if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/versionFloor", "value": "3.1.9"}, {"op": "replace", "path": "/values/securityOnly", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
