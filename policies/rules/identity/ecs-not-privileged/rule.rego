# METADATA
# title: "Containers are not privileged"
# description: >-
#   A privileged container has the rights of root on its host: whoever breaks into it holds the host and every
#   other container there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
#     description: "Parameters of task definitions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4
#     description: "ECS.4"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_334"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.4"]
#     regula: []
#   expected: >-
#     privileged is not true, linuxParameters add none of ALL, SYS_ADMIN and SYS_MODULE, and no volume is the root or the container engine's socket of the host.
#   fix:
#     terraform: >-
#       privileged = false
#   since: "0.1.0"
package bulwark.rules.ecs_not_privileged

import data.bulwark.lib.ecs
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(c.r, ecs.path(c, "privileged"), true, "privileged"), c.name) if {
	some c in ecs.containers
	tf.is_true(c.body.privileged)
}

findings contains result.unknown(c.r, ecs.path(c, "privileged"), c.body.privileged) if {
	some c in ecs.containers
	tf.is_unknown(c.body.privileged)
}

# With one of these a process may load modules into the kernel, mount the disks of the host, or whatever else root may.
# https://man7.org/linux/man-pages/man7/capabilities.7.html
findings contains result.with_detail(result.fail(c.r, ecs.path(c, added), capability, "privileged"), concat(".", [c.name, capability])) if {
	some c in ecs.containers
	some capability in tf.list(tf.dig(c.body, capabilities))
	capability in {"ALL", "SYS_ADMIN", "SYS_MODULE"}
}

findings contains result.with_detail(result.unknown(c.r, ecs.path(c, added), capability), c.name) if {
	some c in ecs.containers
	some capability in tf.list(tf.dig(c.body, capabilities))
	tf.is_unknown(capability)
}

capabilities := ["linuxParameters", "capabilities", "add"]

added := concat(".", capabilities)

# Who reaches the socket of the container engine, or the whole disk, is root on the host: https://docs.docker.com/engine/security/
findings contains result.with_detail(result.fail(r, "volume.host_path", path, "privileged"), path) if {
	some r in ecs.tasks
	some volume in tf.list(object.get(r.values, "volume", null))
	path := tf.step(volume, "host_path")
	is_string(path)
	concat("", ["/", trim(path, "/")]) in {
		"/", "/run", "/run/containerd", "/run/containerd/containerd.sock", "/run/docker.sock",
		"/var/run", "/var/run/docker.sock",
	}
	path != ""
}

findings contains result.unknown(r, "volume.host_path", path) if {
	some r in ecs.tasks
	some volume in tf.list(object.get(r.values, "volume", null))
	path := tf.step(volume, "host_path")
	tf.is_unknown(path)
}

findings contains fact if some fact in ecs.unreadable
