package bulwark.rules_test.product_boot_chain

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_boot_chain as rule

test_locked_chain_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_root_in_flash_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/bootChain/rootOfTrust", "value": "flash"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "can-be-rewritten"]}
}

test_unsigned_stage_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/bootChain/stages/1/algorithm", "value": "none"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-a-current-signature"]}
}

test_open_fuses_fail if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/bootChain/fuses", "value": "open"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-locked"]}
}

test_absent_test_report_is_no_matter_of_design if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/bootChain/fuses", "value": "locked"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
