# METADATA
# title: "Alarms tell somebody"
# description: >-
#   An alarm without alarm_actions, or with actions_enabled = false, turns red in a console nobody is looking at. An alarm
#   may leave the telling to a composite alarm that names it; that one is judged in its place.
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
#     regula: ["FG_R00240"]
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
	some r in telling
	is_null(tf.step(r.values, "alarm_actions"))
	some fact in told_by_none(r, [composite.address | some composite in open_composites; composite.address != r.address])
}

told_by_none(r, []) := [result.absent(r, "alarm_actions")]

# A rule that nobody can read before apply may name any alarm.
told_by_none(r, open) := [object.union(
	result.unknown(r, "alarm_actions", {"$unknown": "expression"}),
	{"related": open},
)] if {
	count(open) > 0
}

findings contains fact if {
	some r in telling
	some fact in judge.enabled(r, ["actions_enabled"], true)
}

findings contains result.unknown(r, "alarm_actions", r.values.alarm_actions) if {
	some r in telling
	judge.may_be_nothing(r.values.alarm_actions)
}

# Alarms that leave the telling to no composite alarm.
telling := [r |
	some r in array.concat(tf.resources("aws_cloudwatch_metric_alarm"), composites)
	not is_part(r)
]

composites := tf.resources("aws_cloudwatch_composite_alarm")

is_part(r) if named[r.values.alarm_name]

is_part(r) if referred[r.address]

is_part(r) if referred[tf.base_address(r.address)]

# A name stands in parentheses, in quotes or not, or at the end of an ARN: ALARM(name), OK("name"), INSUFFICIENT_DATA(arn).
named := {name |
	some composite in composites
	some [_, quoted, bare] in regex.find_all_string_submatch_n(`\(\s*(?:"([^"]*)"|([^()"]+?))\s*\)`, tf.text(composite.values.alarm_rule), -1)
	some part in [quoted, bare]
	name := array.reverse(split(part, ":alarm:"))[0]
}

referred := {ref |
	some composite in composites
	some ref in tf.refs(object.get(composite.values, "alarm_rule", null))
}

open_composites := [composite |
	some composite in composites
	value := object.get(composite.values, "alarm_rule", null)
	tf.is_unknown(value)
	not names_alarms(value)
]

names_alarms(value) if {
	some type in ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"]
	tf.refers_to_type(value, type)
}
