# METADATA
# title: "Containers cannot change their own files"
# description: >-
#   With a read-only root an intruder cannot put tools or change the program; what must be written goes to a
#   volume.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
#     description: "Parameters of task definitions"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5
#     description: "ECS.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: medium
#   domain: identity
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-IAM-8, OBL-RISK-3]
#   equivalents:
#     checkov: ["CKV_AWS_336"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.5"]
#     regula: []
#   expected: >-
#     readonlyRootFilesystem is true for each container.
#   fix:
#     terraform: >-
#       readonlyRootFilesystem = true
#   since: "0.1.0"
package bulwark.rules.ecs_read_only_root

import data.bulwark.lib.ecs
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, c.name) if {
	some c in ecs.containers
	some fact in judged(c, tf.dig(c.r.values, ["runtime_platform", "operating_system_family"]))
}

# Containers of Windows cannot have it: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
judged(c, family) := [result.not_applicable(c.r, "windows-containers")] if startswith(family, "WINDOWS_")

judged(c, null) := facts(c)

judged(c, family) := [result.unknown(c.r, "runtime_platform.operating_system_family", family) | some _ in facts(c)] if tf.is_unknown(family)

judged(c, family) := facts(c) if {
	is_string(family)
	not startswith(family, "WINDOWS_")
}

facts(c) := judge.value_enabled(c.r, ecs.path(c, "readonlyRootFilesystem"), object.get(c.body, "readonlyRootFilesystem", null), false)

findings contains fact if some fact in ecs.unreadable
