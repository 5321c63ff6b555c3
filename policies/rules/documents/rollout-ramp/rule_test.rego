package bulwark.rules_test.rollout_ramp

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_ramp as rule

test_growth_on_success_passes if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_growth_on_notice_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/rate/increaseAfter", "value": {"notified": 1000}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "grows-with-devices-told-not-with-success"]}
}

test_absent_growth_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/rate", "value": {"kind": "constant", "perMinute": 100}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
