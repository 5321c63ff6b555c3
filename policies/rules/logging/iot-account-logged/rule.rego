# METADATA
# title: "AWS IoT logs where the devices are"
# description: >-
#   Without logging options AWS IoT logs nothing: no refused connection, no policy that denied. A stack with devices
#   and without them relies on another to have them: waive the finding with the name of that stack. Said once a
#   stack, of its provider.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html
#     description: "Logging is off until it is configured"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_logging_options
#     description: "aws_iot_logging_options"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["Provider/aws"]
#   obligations: [OBL-CONS-1, OBL-CONS-5]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     The input has aws_iot_logging_options or AWS::IoT::Logging.
#   fix:
#     terraform: >-
#       aws_iot_logging_options with default_log_level = "INFO"; or a waiver that names the stack that has it.
#     construct: >-
#       accountSettings: "create" of IotBackend, which is the default.
#   since: "0.1.0"
package bulwark.rules.iot_account_logged

import data.bulwark.lib.iot_account as account
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.fail(r, "", null, "no-iot-logging") if {
	some r in missing
	count(account.hidden) == 0
}

findings contains fact if {
	some r in missing
	first := account.hidden[0]
	fact := result.with_related(result.unknown(r, "", first.value), [each.address | some each in account.hidden])
}

findings contains result.not_applicable(r, "no-devices") if {
	some r in account.providers
	not account.has_devices
}

findings contains result.not_applicable(r, "said-of-another-provider") if {
	some r in account.providers
	account.has_devices
	r.address != account.speaker
}

missing := [r |
	account.has_devices
	not is_logged
	some r in account.providers
	r.address == account.speaker
]

# What they say is the business of iot-logging-enabled.
is_logged if {
	some type in ["aws_iot_logging_options", "AWS::IoT::Logging"]
	count(tf.resources(type)) > 0
}
