# METADATA
# title: "Commands run inside containers are recorded"
# description: >-
#   ECS Exec opens a shell in production. NONE keeps no record of what was typed there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
#     description: "ECS Exec"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster
#     description: "aws_ecs_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_ecs_cluster"]
#   obligations: [OBL-CONS-5, OBL-IAM-6]
#   equivalents:
#     checkov: ["CKV_AWS_223"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     execute_command_configuration.logging is not NONE.
#   fix:
#     terraform: >-
#       execute_command_configuration { logging = "DEFAULT" }
#   since: "0.1.0"
package bulwark.rules.ecs_exec_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecs_cluster")
	some fact in judge.one_of(r, ["configuration", "execute_command_configuration", "logging"], allowed, "DEFAULT")
}

allowed := {"OVERRIDE", "DEFAULT"}
