package bulwark.rules_test.ecs_platform_current

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_platform_current as rule

test_latest_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": "LATEST"})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {})])
	fx.verdicts(findings) == set()
}

test_old_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": "1.3.0"})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "fail", "not-allowed"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_service.x", {"platform_version": fx.expression})])
	fx.verdicts(findings) == {["aws_ecs_service.x", "unknown", "expression-unresolved"]}
}

test_tasks_that_a_rule_a_schedule_or_a_task_set_starts_are_judged_too if {
	findings := rule.findings with input as fx.stack([
		fx.res("aws_cloudwatch_event_target.t", {"ecs_target": [{"platform_version": "1.3.0"}]}),
		fx.res("aws_scheduler_schedule.s", {"target": [{"ecs_parameters": [{"platform_version": "1.3.0"}]}]}),
		fx.res("aws_ecs_task_set.u", {"platform_version": "1.3.0"}),
		fx.res("aws_pipes_pipe.p", {"target_parameters": [{"ecs_task_parameters": [{"platform_version": "1.3.0"}]}]}),
	])
	fx.verdicts(findings) == {
		["aws_cloudwatch_event_target.t", "fail", "not-allowed"],
		["aws_scheduler_schedule.s", "fail", "not-allowed"],
		["aws_ecs_task_set.u", "fail", "not-allowed"],
		["aws_pipes_pipe.p", "fail", "not-allowed"],
	}
}

test_what_starts_no_task_does_not_apply if {
	findings := rule.findings with input as fx.stack([fx.res("aws_cloudwatch_event_target.e", {"arn": fx.ref("aws_lambda_function.f")}), fx.res("aws_scheduler_schedule.s", {"target": [{}]}), fx.res("aws_pipes_pipe.p", {})])
	fx.verdicts(findings) == {[address, "not-applicable", "starts-no-task"] | some address in ["aws_cloudwatch_event_target.e", "aws_scheduler_schedule.s", "aws_pipes_pipe.p"]}
}
