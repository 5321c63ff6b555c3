package bulwark.rules_test.product_interfaces_closed

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_interfaces_closed as rule

test_closed_debug_port_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_open_debug_port_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/interfaces/1/state", "value": "used"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "debug-interface-open"]}
}

test_absent_protection_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "remove", "path": "/values/models/0/interfaces/0/protection"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "protection-is-not-stated"]}
}
