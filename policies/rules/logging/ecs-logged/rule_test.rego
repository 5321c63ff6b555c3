package bulwark.rules_test.ecs_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_logged as rule

test_logged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"logConfiguration": {"logDriver": "awslogs"}, "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_silent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "absent"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}
