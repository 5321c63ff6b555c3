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

test_a_task_that_a_rule_or_a_schedule_starts_with_a_public_address_fails if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_cloudwatch_event_target.t", {"ecs_target": [{"network_configuration": [{"assign_public_ip": true}]}]}),
		fx.res("aws_scheduler_schedule.s", {"target": [{"ecs_parameters": [{"network_configuration": [{"assign_public_ip": true}]}]}]}),
		fx.res("aws_pipes_pipe.p", {"target_parameters": [{"ecs_task_parameters": [{"network_configuration": [{"aws_vpc_configuration": [{"assign_public_ip": "ENABLED"}]}]}]}]}),
	])
	fx.verdicts(findings) == {
		["aws_cloudwatch_event_target.t", "fail", "public-address"],
		["aws_scheduler_schedule.s", "fail", "public-address"],
		["aws_pipes_pipe.p", "fail", "public-address"],
	}
}

test_private_tasks_pass if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_scheduler_schedule.s", {"target": [{"ecs_parameters": [{"network_configuration": [{"assign_public_ip": false}]}]}]}),
		fx.res("aws_pipes_pipe.p", {"target_parameters": [{"ecs_task_parameters": [{"network_configuration": [{"aws_vpc_configuration": [{"assign_public_ip": "DISABLED"}]}]}]}]}),
	])
	fx.verdicts(findings) == set()
}

test_a_pipe_that_nobody_can_read_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_pipes_pipe.p", {"target_parameters": [{"ecs_task_parameters": [{"network_configuration": [{"aws_vpc_configuration": [{"assign_public_ip": fx.expression}]}]}]}]})])
	fx.verdicts(findings) == {["aws_pipes_pipe.p", "unknown", "expression-unresolved"]}
}

test_what_starts_no_task_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_target.e", {"arn": fx.ref("aws_lambda_function.f")}), fx.res("aws_scheduler_schedule.s", {"target": [{}]}), fx.res("aws_pipes_pipe.p", {})])
	fx.verdicts(findings) == {[address, "not-applicable", "starts-no-task"] | some address in ["aws_cloudwatch_event_target.e", "aws_scheduler_schedule.s", "aws_pipes_pipe.p"]}
}
