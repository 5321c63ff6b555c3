package bulwark.rules_test.attestation_valid

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.attestation_valid as rule

test_valid_claim_passes if {
	findings := rule.findings with input as fx.dossier([docs.attestation]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_expired_claim_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.attestation, [{"op": "replace", "path": "/values/validUntil", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Attestation/att-14-2026", "fail", "has-expired"]}
}

test_claim_to_come_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.attestation, [{"op": "replace", "path": "/values/validFrom", "value": "2026-11-26"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Attestation/att-14-2026", "fail", "not-yet-valid"]}
}

test_signed_too_early_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.attestation, [{"op": "replace", "path": "/values/signedAt", "value": "2026-09-02T10:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Attestation/att-14-2026", "fail", "signed-before-it-was-done"]}
}

test_exception_that_ran_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.attestation, [{"op": "replace", "path": "/values/exceptions/0/until", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Attestation/att-14-2026", "fail", "exception-ran-out"]}
}

test_absent_exceptions_pass if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.attestation, [{"op": "replace", "path": "/values/exceptions", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
