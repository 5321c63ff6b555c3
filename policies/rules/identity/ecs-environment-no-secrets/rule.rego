# METADATA
# title: "Secrets do not stand in task definitions"
# description: >-
#   Whoever may describe a task definition reads its environment, and old revisions keep it. secrets with
#   valueFrom fetch the value at start. A name that says secret and a value written out count, and so do keys of known
#   forms and addresses with a password in them under any name. Where such a name has a value that is not known before
#   apply, nobody can tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
#     description: "Secrets for containers"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
#     description: "ECS.8"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-SDLC-13, OBL-IAM-4]
#   equivalents:
#     checkov: []
#     trivy: ["AWS-0036"]
#     kics: []
#     cdk_nag: ["AwsSolutions-ECS2"]
#     security_hub: ["ECS.8"]
#     regula: []
#   expected: >-
#     environment holds no secret; secrets with valueFrom do.
#   fix:
#     terraform: >-
#       secrets = [{ name = "API_TOKEN", valueFrom = aws_secretsmanager_secret.NAME.arn }]
#   since: "0.1.0"
package bulwark.rules.ecs_environment_no_secrets

import data.bulwark.lib.ecs
import data.bulwark.lib.result
import data.bulwark.lib.secrets
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(c.r, concat(".", [ecs.path(c, "environment"), variable.name]), null, "secret-written-out"), concat(".", [c.name, variable.name])) if {
	some c in ecs.containers
	some variable in tf.list(object.get(c.body, "environment", null))
	secrets.is_written_out(variable.name, variable.value)
}

findings contains result.with_detail(result.unknown(c.r, concat(".", [ecs.path(c, "environment"), variable.name]), variable.value), concat(".", [c.name, variable.name])) if {
	some c in ecs.containers
	some variable in tf.list(object.get(c.body, "environment", null))
	secrets.may_be_written_out(variable.name, variable.value)
}

findings contains fact if some fact in ecs.unreadable

findings contains fact if some fact in ecs.unreadable_part("environment")
