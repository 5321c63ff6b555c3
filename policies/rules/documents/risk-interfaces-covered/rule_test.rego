package bulwark.rules_test.risk_interfaces_covered

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_interfaces_covered as rule

test_all_interfaces_pass if {
	findings := rule.findings with input as fx.dossier([docs.risks, docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_interface_left_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/interfaces", "value": ["wifi", "cloud"]}]), docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "interface-not-assessed"]}
}

test_without_the_product_unknown if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "unknown", "no-product-document-in-the-input"]}
}
