package bulwark.rules_test.vendor_patch_times

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_patch_times as rule

test_early_patches_pass if {
	findings := rule.findings with input as fx.dossier([docs.vendors, docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_late_critical_patch_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contract/patchWithinDays/critical", "value": 7}]), docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "later-than-our-own-target-allows"]}
}

test_absent_patch_times_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/patchWithinDays"}]), docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-patch-times-agreed"]}
}

test_the_soak_counts if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contract/patchWithinDays/high", "value": 30}]), docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "later-than-our-own-target-allows"]}
}

test_without_the_product_unknown if {
	findings := rule.findings with input as fx.dossier([docs.vendors, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "unknown", "no-product-document-with-this-model-in-the-input"]}
}

test_hardware_has_no_patches if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/supplies/0/purl"}, {"op": "remove", "path": "/values/vendors/0/contract/patchWithinDays"}]), docs.product, docs.rollout]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
