# METADATA
# title: "No group or client is taken out of the log"
# description: >-
#   A level for one thing group, client or address overrides the account's default. DISABLED or ERROR for it hides
#   refused connections of just those devices, which is where an intruder would like to be.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html
#     description: "Resource-specific logging"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-resourcespecificlogging.html
#     description: "AWS::IoT::ResourceSpecificLogging"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["AWS::IoT::ResourceSpecificLogging"]
#   obligations: [OBL-CONS-1, OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     LogLevel is WARN, INFO or DEBUG.
#   fix:
#     terraform: >-
#       LogLevel = "INFO"
#   since: "0.1.0"
package bulwark.rules.iot_target_logging

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("AWS::IoT::ResourceSpecificLogging")
	some fact in judge.one_of(r, ["LogLevel"], accepted, null)
}

accepted := {level | some level in data.baseline.logging.iotLevels}
