package bulwark.rules_test.ecs_network_own

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_network_own as rule

test_own_interface_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.t", {"network_mode": "awsvpc"})])
	fx.verdicts(findings) == set()
}

test_host_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.t", {"network_mode": "host"})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "not-allowed"]}
}

test_absent_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.t", {})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "absent"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.t", {"network_mode": fx.expression})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
}
