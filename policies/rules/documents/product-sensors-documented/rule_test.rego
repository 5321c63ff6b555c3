package bulwark.rules_test.product_sensors_documented

import data.bulwark.lib.documents as docs
import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.product_sensors_documented as rule

test_documented_sensor_passes if {
	findings := rule.findings with input as fx.dossier([docs.product]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_sensor_without_sign_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "remove", "path": "/values/models/0/sensors/0/indicator"}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "nobody-can-tell-that-it-senses"]}
}

test_absent_data_flow_fails if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/dataFlows", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["dossier.yaml#Product/smart-home", "fail", "no-data-flow-is-stated"]}
}

test_no_sensor_needs_no_flow if {
	findings := rule.findings with input as fx.dossier([fx.changed(docs.product, [{"op": "replace", "path": "/values/models/0/sensors", "value": []}, {"op": "replace", "path": "/values/models/0/dataFlows", "value": []}])]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}
