package bulwark.rules_test.ecs_service_no_public_address

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_service_no_public_address as rule

test_off_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"network_configuration": [{"assign_public_ip": false}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {})])
	fx.verdicts(findings) == set()
}

test_on_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"network_configuration": [{"assign_public_ip": true}]})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "fail", "public-address"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"network_configuration": [{"assign_public_ip": fx.expression}]})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "unknown", "expression-unresolved"]}
}

test_a_task_set_with_a_public_address_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_set.t", {"network_configuration": [{"assign_public_ip": true}]})])
	fx.verdicts(findings) == {["aws_ecs_task_set.t", "fail", "public-address"]}
}
