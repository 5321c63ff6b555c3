# METADATA
# title: "The fleet can be asked who is online"
# description: >-
#   Finding every device of a firmware version, or all that went silent, needs the fleet index with connectivity.
#   Without it a recall or an incident starts with guessing.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/managing-fleet-index.html
#     description: "Fleet indexing"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_indexing_configuration
#     description: "aws_iot_indexing_configuration"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_iot_indexing_configuration"]
#   obligations: [OBL-CONS-1, OBL-PEN-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     thing_indexing_mode is not OFF and thing_connectivity_indexing_mode is STATUS.
#   fix:
#     terraform: >-
#       thing_indexing_configuration { thing_indexing_mode = "REGISTRY_AND_SHADOW", thing_connectivity_indexing_mode
#       = "STATUS" }
#     construct: >-
#       IotLogging sets it.
#   since: "0.1.0"
package bulwark.rules.iot_fleet_indexed

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, "registry") if {
	some r in tf.resources("aws_iot_indexing_configuration")
	some fact in judge.one_of(r, ["thing_indexing_configuration", "thing_indexing_mode"], {"REGISTRY", "REGISTRY_AND_SHADOW"}, "OFF")
}

findings contains result.with_detail(fact, "connectivity") if {
	some r in tf.resources("aws_iot_indexing_configuration")
	some fact in judge.one_of(r, ["thing_indexing_configuration", "thing_connectivity_indexing_mode"], {"STATUS"}, "OFF")
}
