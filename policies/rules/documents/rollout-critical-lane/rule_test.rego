package bulwark.rules_test.rollout_critical_lane

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.rollout_critical_lane as rule

test_guarded_lane_passes if {
	findings := rule.findings with input as fx.dossier([docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_lane_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "remove", "path": "/values/critical"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "no-lane-for-critical-updates"]}
}

test_lane_without_soak_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/critical/soakHours", "value": 0}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "skips-the-canaries"]}
}

test_lower_success_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/critical/successPercent", "value": 90}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "lower-than-in-the-normal-lane"]}
}

test_one_approver_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/critical/approvers", "value": ["Head of Firmware"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "fewer-than-two-people"]}
}

test_late_report_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.rollout, [{"op": "replace", "path": "/values/critical/reportWithinDays", "value": 30}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Rollout/fleet", "fail", "above-baseline"]}
}
