package bulwark.rules_test.applicability_follows_facts

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.applicability_follows_facts as rule

test_decisions_that_fit_pass if {
	findings := rule.findings with input as fx.dossier([docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_cra_denied_for_a_connectable_product_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/0/applies", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "contradicts-the-facts"]}
}

test_gdpr_denied_with_personal_data_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/2/applies", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "contradicts-the-facts"]}
}

test_psti_denied_for_consumers_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/1/regimes/0/applies", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "contradicts-the-facts"]}
}

test_absent_personal_data_leaves_the_gdpr_out if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/2/applies", "value": false}, {"op": "replace", "path": "/values/products/0/facts/personalData", "value": false}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
