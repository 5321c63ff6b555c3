package bulwark.rules_test.ecs_roles_apart

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_roles_apart as rule

test_two_pass if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"task_role_arn": "a", "execution_role_arn": "b"})])
	fx.verdicts(findings) == set()
}

test_none_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"execution_role_arn": "b"})])
	fx.verdicts(findings) == set()
}

test_one_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"task_role_arn": fx.ref("aws_iam_role.a"), "execution_role_arn": fx.ref("aws_iam_role.a")})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "one-role-for-both"]}
}

test_unresolved_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"task_role_arn": fx.expression, "execution_role_arn": "b"})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "expression-unresolved"]}
}
