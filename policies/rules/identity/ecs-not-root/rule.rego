# METADATA
# title: "Containers do not run as root"
# description: >-
#   Root in a container may change all of it, and a hole in the kernel then makes it root on the host. Without user the
#   image decides, and an image that says nothing runs as root: only a user in the task definition holds whatever
#   image comes next, so one that is left out fails, as it does in AWS's own control. On Windows the same goes for
#   ContainerAdministrator.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
#     description: "user of a container"
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-linux-user-non-root.html
#     description: "What AWS Config asks of Linux"
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-windows-user-non-admin.html
#     description: "What AWS Config asks of Windows"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20
#     description: "ECS.20 and ECS.21"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-8, OBL-RISK-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.20", "ECS.21"]
#     regula: []
#   expected: >-
#     user is set for each container, and is neither root nor 0, nor ContainerAdministrator on Windows.
#   fix:
#     terraform: >-
#       user = "1000:1000"
#   since: "0.1.0"
package bulwark.rules.ecs_not_root

import data.bulwark.lib.ecs
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, c.name) if {
	some c in ecs.containers
	some fact in judged(c, tf.dig(c.r.values, ["runtime_platform", "operating_system_family"]))
}

findings contains fact if some fact in ecs.unreadable

# LINUX unless written: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
judged(c, family) := facts(c, system(family)) if not tf.is_unknown(family)

# One that is not known does not decide where it makes no difference.
judged(c, family) := on_either(facts(c, "linux"), facts(c, "windows"), result.unknown(c.r, "runtime_platform.operating_system_family", family)) if tf.is_unknown(family)

on_either(on_linux, on_windows, _) := on_linux if on_linux == on_windows

on_either(on_linux, on_windows, doubt) := [doubt] if on_linux != on_windows

system(family) := "windows" if {
	is_string(family)
	startswith(upper(family), "WINDOWS")
} else := "linux"

facts(c, family) := of_user(c, ecs.path(c, "user"), object.get(c.body, "user", null), family)

of_user(c, path, value, _) := [result.absent(c.r, path)] if value in {null, ""}

of_user(c, path, value, family) := of_name(c, path, value, who(tf.text(value)), family) if {
	tf.has_text(value)
	value != ""
	not is_hidden(who(tf.text(value)))
}

of_user(c, path, value, _) := [result.unknown(c.r, path, value)] if {
	tf.is_unknown(value)
	not tf.has_text(value)
}

of_user(c, path, value, _) := [result.unknown(c.r, path, value)] if {
	tf.is_unknown(value)
	is_hidden(who(tf.text(value)))
}

# Text is meant; a number means the same.
of_user(c, path, value, family) := of_name(c, path, value, format_int(value, 10), family) if is_number(value)

of_name(c, path, value, name, family) := [result.fail(c.r, path, value, reasons[family])] if {
	is_highest(lower(name), family)
} else := []

reasons := {"linux": "root-user", "windows": "administrator"}

# Who of "user:group" and its kin, whether by name or by number.
who(text) := split(text, ":")[0]

# What is written of a text with references in it says who only where none stands in that part.
is_hidden(name) if contains(name, "${")

is_highest("root", "linux")

is_highest(name, "linux") if regex.match(`^0*$`, name)

is_highest("containeradministrator", "windows")
