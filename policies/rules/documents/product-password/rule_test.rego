package bulwark.rules_test.product_password

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_password as rule

test_random_password_of_its_own_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_shared_password_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords", "value": {"mode": "shared"}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "one-password-for-many-devices"]}
}

test_serial_derived_password_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords/generator", "value": "serial-derived"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "can-be-worked-out"]}
}

test_counter_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords/generator", "value": "counter"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "can-be-worked-out"]}
}

test_short_password_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords/entropyBits", "value": 40}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "too-short-to-resist-guessing"]}
}

test_strength_not_stated_is_unknown if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "remove", "path": "/values/models/0/passwords/entropyBits"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "unknown", "strength-is-not-stated"]}
}

test_no_password_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords", "value": {"mode": "none"}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_user_set_passes if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/passwords", "value": {"mode": "user-set"}}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
