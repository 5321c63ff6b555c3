package bulwark.rules_test.iot_fleet_indexed

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.iot_fleet_indexed as rule

test_indexed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_indexing_configuration.i", {"thing_indexing_configuration": [{"thing_indexing_mode": "REGISTRY", "thing_connectivity_indexing_mode": "STATUS"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == set()
}

test_no_connectivity_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_indexing_configuration.i", {"thing_indexing_configuration": [{"thing_indexing_mode": "REGISTRY", "thing_connectivity_indexing_mode": "OFF"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_indexing_configuration.i", "fail", "not-allowed"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_indexing_configuration.i", {"thing_indexing_configuration": [{"thing_indexing_mode": "OFF", "thing_connectivity_indexing_mode": "STATUS"}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_indexing_configuration.i", "fail", "not-allowed"]}
}

test_nothing_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_indexing_configuration.i", {})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_indexing_configuration.i", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_iot_indexing_configuration.i", {"thing_indexing_configuration": [{"thing_indexing_mode": "REGISTRY", "thing_connectivity_indexing_mode": fx.expression}]})]) with data.baseline as fx.baseline
	fx.verdicts(findings) == {["aws_iot_indexing_configuration.i", "unknown", "expression-unresolved"]}
}
