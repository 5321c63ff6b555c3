# METADATA
# title: "The recorder of AWS Config runs"
# description: >-
#   A recorder does nothing until its status says so, and one without a status was never started.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
#     description: "The recorder"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1
#     description: "Config.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_recorder_status
#     description: "aws_config_configuration_recorder_status"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_recorder
#     description: "aws_config_configuration_recorder"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_config_configuration_recorder_status", "aws_config_configuration_recorder"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV2_AWS_45"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Config.1"]
#     regula: []
#   expected: >-
#     Each recorder has a status, and its is_enabled is true.
#   fix:
#     terraform: >-
#       is_enabled = true
#   since: "0.1.0"
package bulwark.rules.config_recorder_running

import data.bulwark.lib.judge
import data.bulwark.lib.links
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_config_configuration_recorder_status")
	some fact in judge.enabled(r, ["is_enabled"], false)
}

# https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_recorder
findings contains links.absent_or_unknown(r, "recorder_status", unnamed) if {
	some r in tf.resources("aws_config_configuration_recorder")
	count([status | some status in statuses; starts(status, r)]) == 0
}

statuses := tf.resources("aws_config_configuration_recorder_status")

starts(status, r) if tf.points_to(status.values.name, r)

# The name of a recorder to which nobody gave one.
starts(status, r) if {
	is_null(tf.step(r.values, "name"))
	status.values.name == "default"
}

# Nobody can know yet which recorder these start.
unnamed := [status |
	some status in statuses
	tf.is_unknown(status.values.name)
	not tf.refers_to_type(status.values.name, "aws_config_configuration_recorder")
]
