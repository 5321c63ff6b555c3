package bulwark.rules_test.rollout_timeout

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_timeout as rule

test_short_timer_passes if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_timer_of_a_week_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/timeoutMinutes", "value": 10080}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "above-baseline"]}
}

test_absent_rollout_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
