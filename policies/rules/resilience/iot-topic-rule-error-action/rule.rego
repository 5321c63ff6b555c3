# METADATA
# title: "Messages a rule cannot deliver are kept"
# description: >-
#   When an action fails after its retries (throttled stream, missing permission, wrong key) AWS IoT drops the
#   message. The error action is the only place where it, and the reason, survive.
# related_resources:
#   - ref: https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html
#     description: "Error actions"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
#     description: "aws_iot_topic_rule"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_iot_topic_rule"]
#   obligations: [OBL-CONS-5, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     error_action holds an action.
#   fix:
#     terraform: >-
#       error_action { sqs { queue_url, role_arn, use_base64 = false } } towards a dead letter queue.
#     construct: >-
#       TelemetryRule brings its dead letter queue.
#   since: "0.1.0"
package bulwark.rules.iot_topic_rule_error_action

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "error_action") if {
	some r in tf.resources("aws_iot_topic_rule")
	block := tf.step(r.values, "error_action")
	not tf.is_unknown(block)
	not has_action(block)
}

findings contains result.unknown(r, "error_action", block) if {
	some r in tf.resources("aws_iot_topic_rule")
	block := tf.step(r.values, "error_action")
	tf.is_unknown(block)
}

findings contains result.unknown(r, concat(".", ["error_action", action]), value) if {
	some r in tf.resources("aws_iot_topic_rule")
	block := tf.step(r.values, "error_action")
	count(known_actions(block)) == 0
	some action, value in tf.head(block)
	judge.may_be_nothing(value)
}

known_actions(block) := {action |
	some action, value in tf.head(block)
	not is_null(tf.step(block, action))
	not judge.may_be_nothing(value)
}

has_action(block) if {
	some action, _ in tf.head(block)
	not is_null(tf.step(block, action))
}
