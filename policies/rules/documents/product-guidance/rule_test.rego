package bulwark.rules_test.product_guidance

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_guidance as rule

test_guide_with_all_topics_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_guide_without_updates_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/guidance/0/topics", "value": ["set-up", "passwords"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "leaves-out-what-a-user-needs"]}
}

test_absent_guide_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/guidance", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-guide"]}
}

test_guide_in_dutch_only_fails_in_the_uk if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/guidance/0/language", "value": "nl"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-guide-in-english"]}
}

test_passwords_are_not_needed_without_one if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords", "value": {"mode": "none"}}, {"op": "replace", "path": "/values/models/0/guidance/0/topics", "value": ["set-up", "updates"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
