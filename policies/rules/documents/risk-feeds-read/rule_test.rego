package bulwark.rules_test.risk_feeds_read

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_feeds_read as rule

test_pull_of_yesterday_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_old_pull_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/feeds/0/lastPull", "value": "2026-11-23T23:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "not-read-since-yesterday"]}
}

test_absent_feed_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/feeds", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "no-feed"]}
}
