# METADATA
# title: "Queue policies name the actions they allow"
# description: >-
#   sqs:* lets a sender read, purge and delete the queue as well.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
#     description: "Good practice for queues"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_policy
#     description: "aws_sqs_queue_policy"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue
#     description: "aws_sqs_queue"
# custom:
#   severity: high
#   domain: identity
#   resource_types: ["aws_sqs_queue_policy", "aws_sqs_queue"]
#   obligations: [OBL-IAM-8]
#   equivalents:
#     checkov: ["CKV_AWS_72"]
#     trivy: ["AWS-0097"]
#     kics: ["816ea8cf-d589-442d-a917-2dd0ce0e45e3"]
#     cdk_nag: []
#     security_hub: []
#     regula: ["FG_R00049"]
#   expected: >-
#     No Allow statement has the action * or sqs:*, or NotAction.
#   fix:
#     terraform: >-
#       Action = "sqs:SendMessage"
#   since: "0.1.0"
package bulwark.rules.sqs_queue_policy_narrow

import data.bulwark.lib.iam
import data.bulwark.lib.iam_actions as actions
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.with_detail(result.fail(r, place, action, "wildcard-action"), place) if {
	some type in ["aws_sqs_queue_policy", "aws_sqs_queue"]
	some r in tf.resources(type)
	some s in iam.allows(object.get(r.values, "policy", null))
	some action in iam.actions(s.body)
	actions.is_whole(action)
	place := iam.path("policy", s, "Action")
}

# All actions but some are nearly all, and those to come.
findings contains result.with_detail(result.fail(r, place, s.body.NotAction, "allowed-by-exception"), place) if {
	some type in ["aws_sqs_queue_policy", "aws_sqs_queue"]
	some r in tf.resources(type)
	some s in iam.allows(object.get(r.values, "policy", null))
	s.body.NotAction
	place := iam.path("policy", s, "NotAction")
}

findings contains fact if {
	some type in ["aws_sqs_queue_policy", "aws_sqs_queue"]
	some r in tf.resources(type)
	some fact in iam.unreadable_facts(r, "policy", object.get(r.values, "policy", null))
}

findings contains result.with_detail(result.unknown(r, place, value), place) if {
	some type in ["aws_sqs_queue_policy", "aws_sqs_queue"]
	some r in tf.resources(type)
	some s in iam.allows(object.get(r.values, "policy", null))
	some value in iam.hidden_actions(s.body)
	place := iam.path("policy", s, "Action")
}
