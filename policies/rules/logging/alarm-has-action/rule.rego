# METADATA
# title: "Alarms tell somebody"
# description: >-
#   An alarm without alarm_actions, or with actions_enabled = false, turns red in a console nobody is looking at.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
#     description: "Alarm actions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
#     description: "aws_cloudwatch_metric_alarm"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_cloudwatch_metric_alarm"]
#   obligations: [OBL-CONS-4, OBL-INC-1]
#   equivalents:
#     checkov: ["CKV_AWS_319"]
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: ["CloudWatch.15", "CloudWatch.17"]
#   expected: >-
#     alarm_actions is not empty and actions_enabled is not false.
#   fix:
#     terraform: >-
#       alarm_actions = [aws_sns_topic.alerts.arn]
#     construct: >-
#       DeadLetterQueue and NodeFunction send their alarms to AlertTopic.
#   since: "0.1.0"
package bulwark.rules.alarm_has_action

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "alarm_actions") if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	is_null(tf.step(r.values, "alarm_actions"))
	not feeds_composite(r)
}

findings contains fact if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	some fact in judge.enabled(r, ["actions_enabled"], true)
}

findings contains result.unknown(r, "alarm_actions", r.values.alarm_actions) if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	judge.may_be_nothing(r.values.alarm_actions)
	not feeds_composite(r)
}

# An alarm that only feeds a composite alarm leaves the telling to it.
feeds_composite(r) if {
	some composite in tf.resources("aws_cloudwatch_composite_alarm")
	contains(tf.text(composite.values.alarm_rule), r.values.alarm_name)
}

feeds_composite(r) if {
	some composite in tf.resources("aws_cloudwatch_composite_alarm")
	tf.points_to(composite.values.alarm_rule, r)
}
