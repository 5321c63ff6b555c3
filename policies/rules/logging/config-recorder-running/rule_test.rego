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
