# METADATA
# title: "Containers send their output away"
# description: >-
#   Without logConfiguration the output of a container goes with its host. The driver json-file keeps it there as well,
#   and none keeps nothing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
#     description: "Parameters of task definitions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9
#     description: "ECS.9"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-ECS7"]
#     security_hub: ["ECS.9"]
#     regula: []
#   expected: >-
#     logConfiguration of each container names a driver, and neither none nor json-file.
#   fix:
#     terraform: >-
#       logConfiguration = { logDriver = "awslogs", options = { ... } }
#   since: "0.1.0"
package bulwark.rules.ecs_logged

import data.bulwark.lib.ecs
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.absent(c.r, ecs.path(c, "logConfiguration")), c.name) if {
	some c in ecs.containers
	is_null(tf.step(c.body, "logConfiguration"))
}

findings contains result.with_detail(fact, c.name) if {
	some c in ecs.containers
	configuration := tf.step(c.body, "logConfiguration")
	tf.is_known(configuration)
	some fact in of_driver(c.r, concat(".", [ecs.path(c, "logConfiguration"), "logDriver"]), tf.step(configuration, "logDriver"))
}

of_driver(r, path, driver) := [result.unknown(r, path, driver)] if {
	tf.is_unknown(driver)
} else := [result.absent(r, path)] if {
	driver in {null, ""}
} else := [result.fail(r, path, driver, "stays-on-host")] if {
	driver in {"none", "json-file"}
} else := []

findings contains fact if some fact in ecs.unreadable

findings contains fact if some fact in ecs.unreadable_part("logConfiguration")
