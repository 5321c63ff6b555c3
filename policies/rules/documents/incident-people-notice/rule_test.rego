package bulwark.rules_test.incident_people_notice

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_people_notice as rule

test_two_channels_in_english_pass if {
	findings := rule.findings with input as fx.dossier([docs.plan, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_one_channel_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/peopleNotice/channels", "value": ["message in the app"]}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "one-channel-only"]}
}

test_not_in_english_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/peopleNotice/languages", "value": ["nl"]}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "not-in-english"]}
}

test_absent_english_passes_outside_the_uk if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "replace", "path": "/values/peopleNotice/languages", "value": ["nl"]}]), fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/markets", "value": ["EU"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
