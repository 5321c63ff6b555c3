package bulwark.rules_test.product_update_mechanism

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_update_mechanism as rule

test_channel_with_fallback_and_floor_passes if {
	findings := rule.findings with input as fx.dossier([docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_channel_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/channel", "value": "none"}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "cannot-be-updated"]}
}

test_no_fallback_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/fallback", "value": "none"}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-way-back"]}
}

test_no_version_floor_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/updates/versionFloor", "value": false}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "takes-older-versions"]}
}

test_model_missing_from_the_plan_fails if {
	findings := rule.findings with input as fx.dossier([docs.product, fx.changed(docs.rollout, [{"op": "replace", "path": "/values/models", "value": ["hub"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "in-no-rollout-plan"]}
}

test_no_plan_named_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "remove", "path": "/values/models/0/updates/rollout"}]), docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "in-no-rollout-plan"]}
}

test_without_a_rollout_document_unknown if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "no-rollout-document-in-the-input"]}
}
