package bulwark.rules_test.ecs_read_only_root

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_read_only_root as rule

test_read_only_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"readonlyRootFilesystem": true, "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_default_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "absent"]}
}

test_writable_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"readonlyRootFilesystem": false, "name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "disabled"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}

on(family) := fx.res("aws_ecs_task_definition.t", {"runtime_platform": [{"operating_system_family": family}], "container_definitions": [{"name": "web"}]})

test_windows_cannot_do_it if {
	findings := rule.findings with input as fx.stack([on("WINDOWS_SERVER_2022_CORE")])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "not-applicable", "windows-containers"]}
}

test_linux_by_name_fails if {
	findings := rule.findings with input as fx.stack([on("LINUX")])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "absent"]}
}

test_a_platform_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([on(fx.expression)])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
}
