package bulwark.rules_test.config_records_everything

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.config_records_everything as rule

test_all_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder.x", {"recording_group": [{"all_supported": true, "include_global_resource_types": true}]})])
	fx.verdicts(findings) == set()
}

test_default_misses_iam if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder.x", {})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.x", "fail", "absent"]}
}

test_list_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder.x", {"recording_group": [{"all_supported": false}]})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.x", "fail", "disabled"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_config_configuration_recorder.x", {"recording_group": [{"all_supported": fx.expression, "include_global_resource_types": true}]})])
	fx.verdicts(findings) == {["aws_config_configuration_recorder.x", "unknown", "expression-unresolved"]}
}
