package bulwark.rules_test.ecs_own_processes

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_own_processes as rule

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {})])
	fx.verdicts(findings) == set()
}

test_host_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"pid_mode": "host"})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"pid_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "expression-unresolved"]}
}
