package bulwark.rules_test.config_recorder_running

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.config_recorder_running as rule

test_on_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder_status.x", {"is_enabled": true})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder_status.x", {})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder_status.x", "fail", "absent"]}
}

test_off_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder_status.x", {"is_enabled": false})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder_status.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder_status.x", {"is_enabled": fx.expression})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder_status.x", "unknown", "expression-unresolved"]}
}

recorder := fx.res("aws_config_configuration_recorder.r", {"name": "account"})

status(name) := fx.res("aws_config_configuration_recorder_status.x", {"name": name, "is_enabled": true})

test_recorder_with_a_status_passes if {
	by_reference := rule.findings with input as fx.stack([recorder, status(fx.ref("aws_config_configuration_recorder.r"))])
	fx.verdicts(by_reference) == set()
	by_name := rule.findings with input as fx.stack([recorder, status("account")])
	fx.verdicts(by_name) == set()
	by_default := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder.r", {}), status("default")])
	fx.verdicts(by_default) == set()
}

test_recorder_without_a_status_fails if {
	findings := rule.findings with input as fx.stack([recorder])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.r", "fail", "absent"]}
}

test_recorder_beside_the_status_of_another_fails if {
	findings := rule.findings with input as fx.stack([recorder, status("another")])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.r", "fail", "absent"]}
}

test_recorder_beside_a_status_of_an_unresolved_name_is_unknown if {
	findings := rule.findings with input as fx.stack([recorder, status(fx.expression)])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.r", "unknown", "reference-unresolved"]}
}
