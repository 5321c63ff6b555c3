package bulwark.rules_test.release_threat_model_first

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.release_threat_model_first as rule

test_model_before_the_build_passes if {
	findings := rule.findings with input as fx.dossier([docs.release, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_model_after_the_build_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/threatModel/date", "value": "2026-10-09"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "not-before-the-build"]}
}

test_interface_left_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.release, [{"op": "replace", "path": "/values/threatModel/interfaces", "value": ["wifi", "cloud"]}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "fail", "interface-not-modelled"]}
}

test_without_the_product_unknown if {
	findings := rule.findings with input as fx.dossier([docs.release]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Release/camera-3.2.0", "unknown", "no-product-document-with-this-model-in-the-input"]}
}
