package bulwark.rules_test.rollout_canary

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_canary as rule

test_small_canary_passes if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_canary_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/canary/percent", "value": 0}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "no-small-share-first"]}
}

test_large_canary_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/canary/percent", "value": 50}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "no-small-share-first"]}
}

test_low_success_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/canary/successPercent", "value": 80}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "below-baseline"]}
}

test_short_soak_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/canary/soakHours", "value": 1}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "below-baseline"]}
}
