package bulwark.rules_test.ecs_not_privileged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_not_privileged as rule

test_unprivileged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"privileged": false, "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_privileged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"privileged": true, "name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "privileged"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}
