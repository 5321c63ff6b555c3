# METADATA
# title: "State machines record their runs"
# description: >-
#   A recall or a reset of credentials that stops half-way must leave a record of where. Absent means OFF.
# related_resources:
#   - ref: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
#     description: "Logging of state machines"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html#stepfunctions-1
#     description: "StepFunctions.1"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sfn_state_machine
#     description: "aws_sfn_state_machine"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_sfn_state_machine"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_285"]
#     trivy: []
#     kics: []
#     cdk_nag: ["AwsSolutions-SF1"]
#     security_hub: ["StepFunctions.1"]
#     regula: []
#   expected: >-
#     logging_configuration.level is ALL, ERROR or FATAL.
#   fix:
#     terraform: >-
#       logging_configuration { level = "ALL", log_destination = ... }
#   since: "0.1.0"
package bulwark.rules.sfn_logged

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sfn_state_machine")
	some fact in judge.one_of(r, ["logging_configuration", "level"], allowed, "OFF")
}

allowed := {"ALL", "ERROR", "FATAL"}
