# METADATA
# title: "Each task has a network interface of its own"
# description: >-
#   With awsvpc a task has its own address and security groups. In bridge mode, which is what a task on EC2 gets
#   when nothing is written, tasks share those of the machine, and with host its ports and its metadata endpoint
#   as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
#     description: "Task networking"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: low
#   domain: network
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: ["9f4a9409-9c60-4671-be96-9716dbf63db1"]
#     cdk_nag: []
#     security_hub: ["ECS.17"]
#     regula: []
#   expected: >-
#     network_mode is awsvpc, or none.
#   fix:
#     terraform: >-
#       network_mode = "awsvpc"
#   since: "0.1.0"
package bulwark.rules.ecs_network_own

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecs_task_definition")
	not is_outside(r)
	some fact in judge.one_of(r, ["network_mode"], {"awsvpc", "none"}, "bridge")
}

findings contains result.not_applicable(r, "outside-of-aws") if {
	some r in tf.resources("aws_ecs_task_definition")
	is_outside(r)
}

# Machines of one's own have no interfaces of AWS to give: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
is_outside(r) if {
	object.get(r.values, "requires_compatibilities", null) == ["EXTERNAL"]
	tf.step(r.values, "network_mode") in {null, "bridge"}
}
