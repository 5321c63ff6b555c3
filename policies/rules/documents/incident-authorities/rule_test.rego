package bulwark.rules_test.incident_authorities

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.incident_authorities as rule

test_all_authorities_named_passes if {
	findings := rule.findings with input as fx.dossier([docs.plan, docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_absent_authority_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "remove", "path": "/values/authorities/2"}]), docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "no-authority-for-a-law-that-applies"]}
}

test_people_left_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.plan, [{"op": "remove", "path": "/values/authorities/3/stages/1"}]), docs.applicability]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "fail", "people-are-not-told"]}
}

test_without_applicability_unknown if {
	findings := rule.findings with input as fx.dossier([docs.plan]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#IncidentPlan/smart-home", "unknown", "no-applicability-document-in-the-input"]}
}
