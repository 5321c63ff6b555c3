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

driver(configuration) := fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"logConfiguration": configuration, "name": "c"}]})])

test_a_driver_that_keeps_the_output_on_the_host_fails if {
	every name in ["none", "json-file"] {
		findings := rule.findings with input as driver({"logDriver": name})
		fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "stays-on-host"]}
	}
}

test_a_configuration_without_a_driver_fails if {
	findings := rule.findings with input as driver({})
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "absent"]}
}

test_an_unresolved_driver_is_unknown if {
	findings := rule.findings with input as driver({"logDriver": fx.expression})
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "expression-unresolved"]}
}

test_the_driver_is_told_with_its_path if {
	findings := rule.findings with input as driver({"logDriver": "none"})
	{fact.path | some fact in findings} == {"container_definitions[c].logConfiguration.logDriver"}
}

test_a_configuration_that_nobody_knows_is_told_once if {
	findings := rule.findings with input as driver(fx.expression)
	{[fact.verdict, fact.path] | some fact in findings} == {["unknown", "container_definitions[c].logConfiguration"]}
}
