# METADATA
# title: "Rules do not feed services that have ended"
# description: >-
#   AWS IoT Analytics ended in December 2025 and AWS IoT Events in May 2026. A rule action on either delivers
#   nowhere; what it was to detect or store is lost. Timestream for LiveAnalytics has been closed to new customers since
#   June 2025. The dates stand in the table that service-lifecycle-open uses.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iotevents/latest/developerguide/iotevents-end-of-support.html
#     description: "End of support of AWS IoT Events"
#   - ref: https://docs.aws.amazon.com/iotanalytics/latest/userguide/iotanalytics-end-of-support.html
#     description: "End of support of AWS IoT Analytics"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
#   - ref: https://docs.aws.amazon.com/timestream/latest/developerguide/AmazonTimestreamForLiveAnalytics-availability-change.html
#     description: "Availability change of Timestream for LiveAnalytics"
# custom:
#   severity: high
#   domain: resilience
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-CONS-3, OBL-INC-1]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     No action and no error action uses iot_events, iot_analytics or timestream.
#   fix:
#     terraform: >-
#       Send to kinesis, firehose or lambda in place of iot_analytics, iot_events and timestream.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_live_services

import data.bulwark.lib.date
import data.bulwark.lib.iot
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, action.path, service, "service-ended"), action.path) if {
	some [r, service, action] in actions
	not tf.is_unknown(action.body)
}

# A block over what is not known yet may turn out to be none.
findings contains result.with_detail(result.unknown(r, action.path, action.body), action.path) if {
	some [r, _, action] in actions
	tf.is_unknown(action.body)
	not tf.is_unknown(tf.step(r.values, "error_action"))
}

actions := [[r, service, action] |
	some r in tf.resources("aws_iot_topic_rule")
	some kind, service in ended
	some action in iot.rule_actions(r, kind)
]

ended := {action: service |
	some entry in data.lifecycle.services
	date.is_reached(entry.on)
	some action in object.get(entry, "topicRuleActions", [])
	service := concat("", [entry.service, " (", entry.status, ", ", entry.on, ")"])
}
