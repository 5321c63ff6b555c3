# METADATA
# title: "AWS IoT logs refused connections"
# description: >-
#   Failed authentication, refused publishes and duplicate client ids show in the AWS IoT log from level WARN on.
#   ERROR and DISABLED hide what detection lives on, disable_all_logs hides everything.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html
#     description: "Log levels"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_logging_options
#     description: "aws_iot_logging_options"
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-logging.html
#     description: "AWS::IoT::Logging"
# custom:
#   severity: high
#   domain: logging
#   resource_types: ["aws_iot_logging_options", "AWS::IoT::Logging"]
#   obligations: [OBL-CONS-1, OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     default_log_level (DefaultLogLevel) is WARN, INFO or DEBUG, and disable_all_logs is not true.
#   fix:
#     terraform: >-
#       default_log_level = "INFO", and no disable_all_logs.
#     construct: >-
#       iotLogLevel of IotBackend; the default is INFO.
#   since: "0.1.0"
package bulwark.rules.iot_logging_enabled

import data.bulwark.lib.judge
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_iot_logging_options")
	some fact in judge.one_of(r, ["default_log_level"], accepted, null)
}

findings contains fact if {
	some r in tf.resources("aws_iot_logging_options")
	some fact in judge.one_of(r, ["disable_all_logs"], {false, "false"}, false)
}

findings contains fact if {
	some r in tf.resources("AWS::IoT::Logging")
	some fact in judge.one_of(r, ["DefaultLogLevel"], accepted, null)
}

accepted := {level | some level in data.baseline.logging.iotLevels}
