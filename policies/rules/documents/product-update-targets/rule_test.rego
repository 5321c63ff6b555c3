package bulwark.rules_test.product_update_targets

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_update_targets as rule

test_targets_in_range_pass if {
	findings := rule.findings with input as fx.dossier([docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_late_critical_target_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/targets/0/days", "value": 15}]), fx.changed(docs.rollout, [{"op": "replace", "path": "/values/targets/0/days", "value": 15}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "later-than-the-baseline"]}
}

test_absent_high_target_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/targets", "value": [{"severity": "critical", "days": 7}]}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-target-for-this-severity"]}
}

test_rare_updates_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/cadenceDays", "value": 91}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "rarer-than-the-baseline"]}
}

test_slower_rollout_plan_fails if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.changed(docs.rollout, [{"op": "replace", "path": "/values/targets/0/days", "value": 10}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "sooner-than-the-rollout-plan-delivers"]}
}
