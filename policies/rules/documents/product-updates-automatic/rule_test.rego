package bulwark.rules_test.product_updates_automatic

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_updates_automatic as rule

test_on_with_a_choice_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_off_by_default_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/automatic", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-on-by-default"]}
}

test_no_opt_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/optOut", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-opt-out"]}
}

test_no_postponement_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/postpone/allowed", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "cannot-be-postponed"]}
}

test_silent_installation_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/notice/before", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "users-are-not-told-before"]}
}

test_absent_channel_is_for_another_rule if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/channel", "value": "none"}, {"op": "replace", "path": "/values/models/0/updates/automatic", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
