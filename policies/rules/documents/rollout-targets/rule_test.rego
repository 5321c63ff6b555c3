package bulwark.rules_test.rollout_targets

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_targets as rule

test_targets_in_range_pass if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_target_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "remove", "path": "/values/targets/1"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "no-target-for-this-severity"]}
}

test_late_target_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/targets/0/days", "value": 15}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "later-than-the-baseline"]}
}

test_small_share_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/targets/0/percent", "value": 80}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "below-baseline"]}
}
