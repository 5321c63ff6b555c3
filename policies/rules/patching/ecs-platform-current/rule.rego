# METADATA
# title: "Tasks run on the current platform"
# description: >-
#   AWS patches the platform below the containers; a service tied to an old version does not get that.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html
#     description: "Platform versions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-10
#     description: "ECS.10"
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
#   severity: medium
#   domain: patching
#   resource_types: ["aws_ecs_service", "aws_ecs_task_set", "aws_cloudwatch_event_target", "aws_scheduler_schedule", "aws_pipes_pipe"]
#   obligations: [OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_AWS_332"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.10"]
#     regula: []
#   expected: >-
#     platform_version is LATEST, 1.4.0 or not written.
#   fix:
#     terraform: >-
#       platform_version = "LATEST"
#   since: "0.1.0"
package bulwark.rules.ecs_platform_current

import data.bulwark.lib.ecs
import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in blocks
	some r in tf.resources(type)
	some fact in judge.one_of(r, array.concat(path, ["platform_version"]), {"LATEST", "1.4.0"}, "LATEST")
}

# Where each type that starts tasks names the platform.
blocks := object.union(ecs.starters, {"aws_ecs_service": [], "aws_ecs_task_set": []})

findings contains fact if some fact in ecs.starts_no_task
