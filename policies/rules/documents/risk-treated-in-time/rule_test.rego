package bulwark.rules_test.risk_treated_in_time

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_treated_in_time as rule

test_quick_treatment_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_slow_treatment_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/risks/0/treatedAt", "value": "2026-12-20T00:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "days-are-more-than-its-severity-allows"]}
}

test_critical_risks_have_less_time if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/risks/0/likelihood", "value": 4}, {"op": "replace", "path": "/values/risks/0/treatedAt", "value": "2026-10-20T00:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "days-are-more-than-its-severity-allows"]}
}

test_absent_treatment_counts_until_today if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/treatedAt"}, {"op": "replace", "path": "/values/risks/0/knownAt", "value": "2026-08-01T00:00:00Z"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "days-are-more-than-its-severity-allows"]}
}

test_low_risks_have_time if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "remove", "path": "/values/risks/0/treatedAt"}, {"op": "replace", "path": "/values/risks/0/knownAt", "value": "2026-01-01T00:00:00Z"}, {"op": "replace", "path": "/values/risks/0/likelihood", "value": 1}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
