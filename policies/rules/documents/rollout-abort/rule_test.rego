package bulwark.rules_test.rollout_abort

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_abort as rule

test_abort_on_all_passes if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_failures_only_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/abort/0/failureType", "value": "FAILED"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "silent-devices-stop-nothing"]}
}

test_absent_abort_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/abort", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "silent-devices-stop-nothing"]}
}

test_high_threshold_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/abort/0/thresholdPercent", "value": 30}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "above-baseline"]}
}

test_timed_out_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/abort/0/failureType", "value": "TIMED_OUT"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
