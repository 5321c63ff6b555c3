package bulwark.rules_test.ecs_not_privileged

import data.bulwark.lib.fixtures as fx
import data.bulwark.rules.ecs_not_privileged as rule

test_unprivileged_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"privileged": false, "name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_default_passes if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"name": "c"}]})])
	fx.verdicts(findings) == set()
}

test_privileged_fails if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": [{"privileged": true, "name": "c"}]})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "fail", "privileged"]}
}

test_opaque_is_unknown if {
	findings := rule.findings with input as fx.stack([fx.res("aws_ecs_task_definition.x", {"container_definitions": fx.opaque})])
	fx.verdicts(findings) == {["aws_ecs_task_definition.x", "unknown", "opaque-document"]}
}

with_capabilities(added) := fx.res("aws_ecs_task_definition.t", {"container_definitions": [{"name": "web", "linuxParameters": {"capabilities": {"add": added}}}]})

# https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html
test_capabilities_that_are_as_good_as_root_fail if {
	findings := rule.findings with input as fx.stack([with_capabilities(["NET_ADMIN", "SYS_ADMIN"])])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "privileged"]}
	every_one := rule.findings with input as fx.stack([with_capabilities(["ALL"])])
	fx.verdicts(every_one) == {["aws_ecs_task_definition.t", "fail", "privileged"]}
}

test_other_capabilities_pass if {
	findings := rule.findings with input as fx.stack([with_capabilities(["NET_ADMIN", "SYS_PTRACE"])])
	fx.verdicts(findings) == set()
}

test_capabilities_that_nobody_knows_are_unknown if {
	findings := rule.findings with input as fx.stack([with_capabilities([fx.expression])])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
}

with_volume(path) := fx.res("aws_ecs_task_definition.t", {"container_definitions": [], "volume": [{"name": "v", "host_path": path}]})

# https://docs.docker.com/engine/security/#docker-daemon-attack-surface
test_the_socket_or_the_whole_disk_of_the_host_fails if {
	every path in ["/var/run/docker.sock", "/run/containerd/containerd.sock", "/", "/var/run/"] {
		findings := rule.findings with input as fx.stack([with_volume(path)])
		fx.verdicts(findings) == {["aws_ecs_task_definition.t", "fail", "privileged"]}
	}
}

test_other_folders_of_the_host_pass if {
	every path in ["/var/lib/app", "", null] {
		findings := rule.findings with input as fx.stack([with_volume(path)])
		fx.verdicts(findings) == set()
	}
}

test_a_folder_that_nobody_knows_is_unknown if {
	findings := rule.findings with input as fx.stack([with_volume(fx.expression)])
	fx.verdicts(findings) == {["aws_ecs_task_definition.t", "unknown", "expression-unresolved"]}
}
