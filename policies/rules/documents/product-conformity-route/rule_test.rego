package bulwark.rules_test.product_conformity_route

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_conformity_route as rule

test_open_route_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_internal_control_for_class_one_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/conformityRoute", "value": "internal-control"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-open-to-its-class"]}
}

test_undecided_route_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/conformityRoute", "value": "undecided"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "not-decided"]}
}

test_undecided_class_is_unknown if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/craClass", "value": "unknown"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "class-is-not-decided"]}
}

test_expired_certificate_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/certificates/0/expires", "value": "2026-11-24"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "has-expired"]}
}

test_outside_the_union_no_class_is_needed if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/craClass", "value": "unknown"}, {"op": "replace", "path": "/values/models/0/markets", "value": ["UK"]}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
