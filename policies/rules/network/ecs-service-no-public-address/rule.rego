# METADATA
# title: "Services and task sets have no public addresses"
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
# custom:
#   severity: high
#   domain: network
#   resource_types: ["aws_ecs_service", "aws_ecs_task_set"]
#   obligations: [OBL-IAM-10]
#   equivalents:
#     checkov: ["CKV_AWS_333"]
#     trivy: []
#     kics: ["bafe7989-3c4b-47f0-910b-e6e1cba7f146"]
#     cdk_nag: []
#     security_hub: ["ECS.2", "ECS.16"]
#   expected: >-
#     network_configuration.assign_public_ip is not true.
#   fix:
#     terraform: >-
#       assign_public_ip = false
#   since: "0.1.0"
package bulwark.rules.ecs_service_no_public_address

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type in ["aws_ecs_service", "aws_ecs_task_set"]
	some r in tf.resources(type)
	some fact in judge.off(r, ["network_configuration", "assign_public_ip"], "public-address")
}
