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

outside(mode) := fx.res("aws_ecs_task_definition.t", object.union({"requires_compatibilities": ["EXTERNAL"]}, mode))

# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
test_machines_outside_of_aws_have_no_interfaces_to_give if {
	every mode in [{}, {"network_mode": "bridge"}] {
		findings := rule.findings with input as fx.stack([outside(mode)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "not-applicable", "outside-of-aws"]}
	}
}

test_the_network_of_a_machine_outside_fails if {
	findings := rule.findings with input as fx.stack([outside({"network_mode": "host"})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "not-allowed"]}
}

test_a_task_for_inside_and_outside_fails if {
	findings := rule.findings with input as fx.stack([outside({"requires_compatibilities": ["EC2", "EXTERNAL"]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "absent"]}
}
