# METADATA
# title: "Tasks have no public addresses"
# description: >-
#   assign_public_ip gives every task an address the internet can reach. A load balancer takes traffic in; a NAT
#   gateway or endpoints let tasks out.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
#     description: "Network of tasks"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2
#     description: "ECS.2"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_service
#     description: "aws_ecs_service"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_set
#     description: "aws_ecs_task_set"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_target
#     description: "aws_cloudwatch_event_target: tasks that a rule starts"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/scheduler_schedule
#     description: "aws_scheduler_schedule: tasks that a schedule starts"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/pipes_pipe
#     description: "aws_pipes_pipe: tasks that a pipe starts"
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_ecs_service", "aws_ecs_task_set", "aws_cloudwatch_event_target", "aws_scheduler_schedule", "aws_pipes_pipe"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_333"]
#     trivy: []
#     kics: ["bafe7989-3c4b-47f0-910b-e6e1cba7f146"]
#     cdk_nag: []
#     security_hub: ["ECS.2", "ECS.16"]
#     regula: []
#   expected: >-
#     assign_public_ip is not true, of services, task sets and what else starts tasks.
#   fix:
#     terraform: >-
#       assign_public_ip = false
#   since: "0.1.0"
package bulwark.rules.ecs_service_no_public_address

import data.bulwark.lib.ecs
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in switches
	some r in tf.resources(type)
	some fact in judge.off(r, array.concat(path, ["network_configuration", "assign_public_ip"]), "public-address")
}

# Where each type that starts tasks says what network they get; a pipe has a word of its own.
switches := object.union(object.remove(ecs.starters, ["aws_pipes_pipe"]), {"aws_ecs_service": [], "aws_ecs_task_set": []})

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/pipes_pipe
findings contains fact if {
	some r in tf.resources("aws_pipes_pipe")
	network := tf.dig(r.values, ["target_parameters", "ecs_task_parameters", "network_configuration", "aws_vpc_configuration"])
	some fact in of_pipe(r, tf.step(network, "assign_public_ip"))
}

of_pipe(r, value) := [result.fail(r, of_pipes, value, "public-address")] if value == "ENABLED"

of_pipe(r, value) := [result.unknown(r, of_pipes, value)] if tf.is_unknown(value)

of_pipes := "target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.assign_public_ip"

findings contains fact if some fact in ecs.starts_no_task
