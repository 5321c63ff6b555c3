package bulwark.rules_test.ecs_efs_tls

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_efs_tls as rule

test_tls_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"volume": [{"name": "v", "efs_volume_configuration": [{"transit_encryption": "ENABLED", "file_system_id": "fs"}]}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"volume": [{"name": "v", "efs_volume_configuration": [{"file_system_id": "fs"}]}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "absent"]}
}

test_no_volume_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {})])
	fx.verdicts(findings) == set()
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"volume": [{"name": "v", "efs_volume_configuration": [{"transit_encryption": fx.expression, "file_system_id": "fs"}]}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "expression-unresolved"]}
}
