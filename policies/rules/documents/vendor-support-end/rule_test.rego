package bulwark.rules_test.vendor_support_end

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_support_end as rule

test_longer_support_passes if {
	findings := rule.findings with input as fx.dossier([docs.vendors, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_earlier_end_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contract/supportEnds", "value": "2032-06-29"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "before-our-own-support-ends"]}
}

test_absent_end_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/supportEnds"}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-end-of-support-agreed"]}
}

test_without_the_product_unknown if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "unknown", "no-product-document-with-this-model-in-the-input"]}
}
