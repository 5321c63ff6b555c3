package bulwark.rules_test.risk_upstream_reported

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.risk_upstream_reported as rule

test_no_exploited_flaw_passes if {
	findings := rule.findings with input as fx.dossier([docs.risks, docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_unreported_flaw_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/exploitedMatches", "value": [{"cve": "CVE-2026-10001", "component": "parser", "decision": "Fixed in 3.2.0", "decidedOn": "2026-11-01"}]}]), docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "fail", "not-reported-upstream"]}
}

test_reported_flaw_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/exploitedMatches", "value": [{"cve": "CVE-2026-10001", "component": "radio firmware", "decision": "Fixed in 3.2.0", "decidedOn": "2026-11-01"}]}]), docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_without_the_register_unknown if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.risks, [{"op": "replace", "path": "/values/exploitedMatches", "value": [{"cve": "CVE-2026-10001", "component": "radio firmware", "decision": "Fixed in 3.2.0", "decidedOn": "2026-11-01"}]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#RiskRegister/smart-home", "unknown", "no-vendor-register-in-the-input"]}
}
