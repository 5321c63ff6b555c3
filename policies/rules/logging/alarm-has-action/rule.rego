# METADATA
# title: "Alarms tell somebody"
# description: >-
#   An alarm without alarm_actions, or with actions_enabled = false, turns red in a console nobody is looking at. A metric
#   alarm may leave the telling to a composite alarm that names it; that one is judged in its place.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
#     description: "Alarm actions"
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
#     description: "How the rule of a composite alarm names others"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
#     description: "aws_cloudwatch_metric_alarm"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"]
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

findings contains fact if {
	some r in silent
	some fact in told_by_none(r, open_composites(r))
}

told_by_none(r, []) := [result.absent(r, "alarm_actions")]

# A rule that nobody can read before apply may name any alarm.
told_by_none(r, composites) := [object.union(
	result.unknown(r, "alarm_actions", {"$unknown": "expression"}),
	{"related": composites},
)] if {
	count(composites) > 0
}

findings contains fact if {
	some r in alarms
	some fact in judge.enabled(r, ["actions_enabled"], true)
}

findings contains result.unknown(r, "alarm_actions", r.values.alarm_actions) if {
	some r in alarms
	judge.may_be_nothing(r.values.alarm_actions)
	not feeds_composite(r)
}

alarms := array.concat(tf.resources("aws_cloudwatch_metric_alarm"), composites)

composites := tf.resources("aws_cloudwatch_composite_alarm")

silent := [r |
	some r in alarms
	is_null(tf.step(r.values, "alarm_actions"))
	not feeds_composite(r)
]

# An alarm that only feeds a composite alarm leaves the telling to it.
feeds_composite(r) if {
	some rule in rules
	some form in [["(", ")"], [`("`, `")`], [":alarm:", ")"], [":alarm:", `")`]]
	contains(rule, concat(r.values.alarm_name, form))
}

feeds_composite(r) if {
	some composite in composites
	tf.points_to(composite.values.alarm_rule, r)
}

# A name stands in parentheses, in quotes or not, or at the end of an ARN: ALARM(name), OK("name"), INSUFFICIENT_DATA(arn).
rules := [replace(replace(text, "( ", "("), " )", ")") |
	some composite in composites
	text := tf.text(composite.values.alarm_rule)
]

open_composites(r) := [composite.address |
	some composite in composites
	composite.address != r.address
	value := object.get(composite.values, "alarm_rule", null)
	tf.is_unknown(value)
	not names_alarms(value)
]

names_alarms(value) if {
	some type in ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"]
	tf.refers_to_type(value, type)
}
