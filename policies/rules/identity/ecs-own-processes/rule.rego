# METADATA
# title: "Tasks do not see the processes of their host"
# description: >-
#   pid_mode host lets a container see and signal every process of the host, and read their environment with their
#   secrets.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
#     description: "Parameters of task definitions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3
#     description: "ECS.3"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_335"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.3"]
#     regula: []
#   expected: >-
#     pid_mode is not host.
#   fix:
#     terraform: >-
#       Leave pid_mode out.
#   since: "0.1.0"
package bulwark.rules.ecs_own_processes

import data.bulwark.lib.ecs
import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in ecs.tasks
	some fact in judge.value_one_of(r, "pid_mode", tf.step(r.values, "pid_mode"), {"task"}, "task")
}
