package bulwark.rules_test.vendor_contract_clauses

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.vendor_contract_clauses as rule

test_nine_clauses_pass if {
	findings := rule.findings with input as fx.dossier([docs.vendors]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_clause_missing_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/clauses/7"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "clause-missing"]}
}

test_absent_contract_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "no-contract"]}
}

test_expired_contract_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "replace", "path": "/values/vendors/0/contract/expires", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "has-expired"]}
}

test_running_exception_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/clauses/7"}, {"op": "replace", "path": "/values/vendors/0/exceptions", "value": [{"clause": "audit-right", "owner": "Head of Purchasing", "until": "2026-12-31", "compensating": "Certificate review every half year"}]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_exception_that_ran_out_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.vendors, [{"op": "remove", "path": "/values/vendors/0/contract/clauses/7"}, {"op": "replace", "path": "/values/vendors/0/exceptions", "value": [{"clause": "audit-right", "owner": "Head of Purchasing", "until": "2026-11-24", "compensating": "Certificate review every half year"}]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#VendorRegister/smart-home", "fail", "clause-missing"]}
}
