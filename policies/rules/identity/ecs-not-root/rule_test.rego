package bulwark.rules_test.ecs_not_root

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_not_root as rule

task(container, platform) := fx.res("aws_ecs_task_definition.t", {"container_definitions": [object.union({"name": "web"}, container)], "runtime_platform": platform})

run_by(user) := task({"user": user}, [])

windows(user) := task({"user": user}, [{"operating_system_family": "WINDOWS_SERVER_2022_CORE"}])

test_other_users_pass if {
	every user in ["app", "1000", "1000:0", "app:root", "rooty", "10", 1000] {
		findings := rule.findings with input as fx.stack([run_by(user)])
		fx.verdicts(findings) == set()
	}
}

test_root_fails if {
	every user in ["root", "0", "root:root", "0:0", "0:1000", "root:1000", "00", ":1000", 0] {
		findings := rule.findings with input as fx.stack([run_by(user)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "root-user"]}
	}
}

test_what_the_image_decides_fails if {
	every container in [{}, {"user": null}, {"user": ""}] {
		findings := rule.findings with input as fx.stack([task(container, [])])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "absent"]}
		fx.details(findings) == {["aws_ecs_task_definition.t", "web"]}
	}
}

test_each_container_is_judged if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.t", {"container_definitions": [
		{"name": "web", "user": "app"},
		{"name": "log", "user": "root"},
		{"name": "helper"},
	]})])
	fx.details(findings) == {["aws_ecs_task_definition.t", "log"], ["aws_ecs_task_definition.t", "helper"]}
}

test_an_administrator_of_windows_fails if {
	every user in ["ContainerAdministrator", "containeradministrator"] {
		findings := rule.findings with input as fx.stack([windows(user)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "administrator"]}
	}
}

test_a_user_of_windows_that_is_left_out_fails if {
	findings := rule.findings with input as fx.stack([windows(null)])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "absent"]}
}

test_other_users_of_windows_pass if {
	every user in ["ContainerUser", "root"] {
		findings := rule.findings with input as fx.stack([windows(user)])
		fx.verdicts(findings) == set()
	}
}

test_linux_by_name_is_judged_as_linux if {
	findings := rule.findings with input as fx.stack([task({"user": "root"}, [{"operating_system_family": "LINUX"}])])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "root-user"]}
	other := rule.findings with input as fx.stack([task({"user": "ContainerAdministrator"}, [{"operating_system_family": "LINUX"}])])
	fx.verdicts(other) == set()
}

later := [{"operating_system_family": fx.expression}]

test_a_platform_that_nobody_knows_matters_only_where_it_decides if {
	every user in ["root", "ContainerAdministrator"] {
		findings := rule.findings with input as fx.stack([task({"user": user}, later)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
	}
	absent := rule.findings with input as fx.stack([task({}, later)])
	fx.verdicts(absent) == {["aws_ecs_task_definition.t", "fail", "absent"]}
	named := rule.findings with input as fx.stack([task({"user": "app"}, later)])
	fx.verdicts(named) == set()
}

test_a_user_that_nobody_knows_is_unknown if {
	every user in [fx.expression, fx.template("${var.user}:1000", []), fx.template("${var.user}", [])] {
		findings := rule.findings with input as fx.stack([run_by(user)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
	}
}

test_a_group_that_nobody_knows_does_not_matter if {
	findings := rule.findings with input as fx.stack([run_by(fx.template("1000:${var.group}", []))])
	fx.verdicts(findings) == set()
	root := rule.findings with input as fx.stack([run_by(fx.template("0:${var.group}", []))])
	fx.verdicts(root) == {["aws_ecs_task_definition.t", "fail", "root-user"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}
