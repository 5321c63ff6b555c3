package bulwark.rules_test.ecs_exec_logged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_exec_logged as rule

test_allowed_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"configuration": [{"execute_command_configuration": [{"logging": "OVERRIDE"}]}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {})])
	fx.verdicts(findings) == set()
}

test_other_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"configuration": [{"execute_command_configuration": [{"logging": "NONE"}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_cluster.x", {"configuration": [{"execute_command_configuration": [{"logging": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_ecs_cluster.x", "unknown", "expression-unresolved"]}
}
