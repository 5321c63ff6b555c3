package bulwark.rules_test.release_signed

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_signed as rule

test_signed_release_passes if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_signature_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "remove", "path": "/values/image/signature"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-signed"]}
}

test_sha_one_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/image/signature/algorithm", "value": "rsa-2048-sha1"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-accepted"]}
}

test_expired_key_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/image/signature/keyExpires", "value": "2026-10-21"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "key-had-expired"]}
}

test_signed_afterwards_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/image/signature/signedAt", "value": "2026-10-22T10:00:01Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "after-it-went-out"]}
}

test_one_signer_twice_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/image/signature/signers", "value": ["A", "A"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "fewer-than-two-people"]}
}
