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
# custom:
#   severity: medium
#   domain: patching
#   resource_types: ["aws_ecs_service"]
#   obligations: [OBL-SDLC-12]
#   equivalents:
#     checkov: ["CKV_AWS_332"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["ECS.10"]
#   expected: >-
#     platform_version is LATEST, 1.4.0 or not written.
#   fix:
#     terraform: >-
#       platform_version = "LATEST"
#   since: "0.1.0"
package bulwark.rules.ecs_platform_current

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_ecs_service")
	some fact in judge.value_one_of(r, "platform_version", tf.step(r.values, "platform_version"), {"LATEST", "1.4.0"}, "LATEST")
}
