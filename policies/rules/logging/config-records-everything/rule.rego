# METADATA
# title: "AWS Config records every type of resource, global ones too"
# description: >-
#   Config answers what an account looked like at a given hour. Types left out, and IAM when global types are, are
#   missing in the evidence when they are asked for.
# related_resources:
#   - ref: https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
#     description: "What Config records"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1
#     description: "Config.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/config_configuration_recorder
#     description: "aws_config_configuration_recorder"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_config_configuration_recorder"]
#   obligations: [OBL-CONS-5, OBL-INC-5]
#   equivalents:
#     checkov: ["CKV2_AWS_48"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["Config.1"]
#     regula: []
#   expected: >-
#     recording_group.all_supported and include_global_resource_types are true.
#   fix:
#     terraform: >-
#       recording_group { all_supported = true, include_global_resource_types = true }
#   since: "0.1.0"
package bulwark.rules.config_records_everything

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_config_configuration_recorder")
	some fact in judge.enabled(r, ["recording_group", "all_supported"], true)
}

findings contains fact if {
	some r in tf.resources("aws_config_configuration_recorder")
	not records_a_list(r)
	some fact in judge.enabled(r, ["recording_group", "include_global_resource_types"], false)
}

# A recorder of named types is reported for that alone.
records_a_list(r) if tf.is_false(tf.dig(r.values, ["recording_group", "all_supported"]))
