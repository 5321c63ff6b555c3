# METADATA
# title: "Tasks reach their file systems over TLS"
# description: >-
#   Absent means that files cross the network in the clear.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
#     description: "EFS volumes of tasks"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
#     description: "aws_ecs_task_definition"
# custom:
#   severity: medium
#   domain: transport
#   resource_types: ["aws_ecs_task_definition"]
#   obligations: [OBL-DATA-6]
#   equivalents:
#     checkov: ["CKV_AWS_97"]
#     trivy: ["AWS-0035"]
#     kics: ["4d46ff3b-7160-41d1-a310-71d6d370b08f"]
#     cdk_nag: []
#     security_hub: ["ECS.18"]
#     regula: []
#   expected: >-
#     efs_volume_configuration.transit_encryption is ENABLED.
#   fix:
#     terraform: >-
#       transit_encryption = "ENABLED"
#   since: "0.1.0"
package bulwark.rules.ecs_efs_tls

import data.bulwark.lib.ecs
import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, volume.name) if {
	some r in ecs.tasks
	some volume in tf.list(object.get(r.values, "volume", null))
	configuration := tf.step(volume, "efs_volume_configuration")
	not is_null(configuration)
	some fact in judge.value_one_of(r, "volume.efs_volume_configuration.transit_encryption", tf.step(configuration, "transit_encryption"), {"ENABLED"}, "DISABLED")
}

findings contains result.unknown(r, "volume", block) if {
	some r in ecs.tasks
	some block in tf.list(object.get(r.values, "volume", null))
	tf.is_unknown(block)
}
