# METADATA
# title: "Starting a task and running it take two roles"
# description: >-
#   The execution role may pull images and read every secret the task starts with; a program that runs under it
#   may as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
#     description: "Roles of ECS"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: low
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_249"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     task_role_arn and execution_role_arn name different roles.
#   fix:
#     terraform: >-
#       Two aws_iam_role resources
#   since: "0.1.0"
package bulwark.rules.ecs_roles_apart

import data.bulwark.lib.ecs
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "task_role_arn", value, "one-role-for-both") if {
	some r in ecs.tasks
	value := tf.step(r.values, "task_role_arn")
	not is_null(value)
	execution := tf.step(r.values, "execution_role_arn")
	count(tf.targets(value) & tf.targets(execution)) > 0
}

findings contains result.unknown(r, "task_role_arn", value) if {
	some r in ecs.tasks
	value := tf.step(r.values, "task_role_arn")
	execution := tf.step(r.values, "execution_role_arn")
	not is_null(execution)
	some either in [value, execution]
	tf.is_unknown(either)
	not tf.refers_to_type(either, "aws_iam_role")
	count(tf.targets(value) & tf.targets(execution)) == 0
}
