package bulwark.rules_test.applicability_no_unknown

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.applicability_no_unknown as rule

test_all_known_passes if {
	findings := rule.findings with input as fx.dossier([docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unknown_fact_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/facts/personalData", "value": "unknown"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "left-unknown"]}
}

test_unknown_decision_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/products/0/regimes/0/applies", "value": "unknown"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "left-unknown"]}
}

test_unknown_size_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.applicability, [{"op": "replace", "path": "/values/entity/size", "value": "unknown"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Applicability/smart-home", "fail", "left-unknown"]}
}

test_absent_document_gives_no_fact if {
	findings := rule.findings with input as fx.dossier([]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
