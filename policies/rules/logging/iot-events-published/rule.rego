# METADATA
# title: "AWS IoT tells of new certificates, policies and failed updates"
# description: >-
#   Registry events are messages one can react to at once: a CA or certificate registered, a policy changed, a
#   firmware job failed on a device. They are off until switched on.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/iot-events.html
#     description: "Event messages"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_event_configurations
#     description: "aws_iot_event_configurations"
# custom:
#   severity: low
#   domain: logging
#   resource_types: ["aws_iot_event_configurations"]
#   obligations: [OBL-CONS-1, OBL-CONS-14]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     CA_CERTIFICATE, CERTIFICATE, POLICY and JOB_EXECUTION are true.
#   fix:
#     terraform: >-
#       event_configurations = { CA_CERTIFICATE = true, CERTIFICATE = true, POLICY = true, JOB_EXECUTION = true, ...
#       }
#     construct: >-
#       IotLogging switches them on.
#   since: "0.1.0"
package bulwark.rules.iot_events_published

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(fact, event) if {
	some r in tf.resources("aws_iot_event_configurations")
	some event in ["CA_CERTIFICATE", "CERTIFICATE", "JOB_EXECUTION", "POLICY"]
	some fact in judge.enabled(r, ["event_configurations", event], false)
}
