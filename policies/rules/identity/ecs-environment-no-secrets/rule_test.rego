package bulwark.rules_test.ecs_environment_no_secrets

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_environment_no_secrets as rule

test_reference_to_a_secret_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"environment": [{"name": "TOKEN_ARN", "value": "arn:aws:secretsmanager:x"}], "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_harmless_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"environment": [{"name": "MODE", "value": "fast"}], "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_token_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"environment": [{"name": "API_TOKEN", "value": "hunter2"}], "name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "secret-written-out"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}

test_a_variable_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"name": "c", "environment": [{"name": "API_TOKEN", "value": fx.expression}, {"name": "MODE", "value": fx.expression}]}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "expression-unresolved"]}
}
