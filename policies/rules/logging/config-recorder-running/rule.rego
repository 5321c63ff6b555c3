# METADATA
# title: "The recorder of AWS Config runs"
# description: >-
#   A recorder does nothing until its status says so.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
#     description: "The recorder"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1
#     description: "Config.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_recorder_status
#     description: "aws_config_configuration_recorder_status"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_config_configuration_recorder_status"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV2_AWS_45"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Config.1"]
#   expected: >-
#     is_enabled is true.
#   fix:
#     terraform: >-
#       is_enabled = true
#   since: "0.1.0"
package bulwark.rules.config_recorder_running

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_config_configuration_recorder_status")
	some fact in judge.enabled(r, ["is_enabled"], false)
}
