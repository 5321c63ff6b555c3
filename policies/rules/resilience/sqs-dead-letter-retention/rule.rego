# METADATA
# title: "Dead letters are kept as long as SQS can"
# description: >-
#   A dead letter queue is read by a person, after a weekend or a holiday. SQS deletes messages after four days
#   unless told otherwise; the most it takes is fourteen. Queues count as dead letter queues when another queue's
#   redrive policy, a topic rule's error action, a function, an event target, a pipe or a mapping of a stream sends its
#   failures there.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
#     description: "Retention in dead letter queues"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue
#     description: "aws_sqs_queue"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_sqs_queue"]
#   obligations: [OBL-CONS-5, OBL-INC-3]
#   equivalents:
#     checkov: []
#     trivy: []
#     kics: []
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     message_retention_seconds of a dead letter queue is at least the baseline (1209600).
#   fix:
#     terraform: >-
#       message_retention_seconds = 1209600
#     construct: >-
#       DeadLetterQueue, or deadLetterRetentionSeconds of IotBackend.
#   since: "0.1.0"
package bulwark.rules.sqs_dead_letter_retention

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_sqs_queue")
	is_dead_letter_queue(r)
	some fact in judge.at_least(r, ["message_retention_seconds"], data.baseline.queues.deadLetterRetentionSeconds, 345600)
}

findings contains result.not_applicable(r, "not-a-dead-letter-queue") if {
	some r in tf.resources("aws_sqs_queue")
	not is_dead_letter_queue(r)
}

is_dead_letter_queue(r) if dead_letter_queues[r.address]

dead_letter_queues := {r.address |
	some r in tf.resources("aws_sqs_queue")
	count(tf.identifiers(r) & targets) > 0
}

targets := {target | some sink in sinks; some target in tf.targets(sink)}

# Where failures are sent. A whole redrive policy that is not known still says what it refers to.
sinks contains sink if {
	some type in ["aws_sqs_queue", "aws_sqs_queue_redrive_policy"]
	some r in tf.resources(type)
	sink := tf.step(object.get(r.values, "redrive_policy", null), "deadLetterTargetArn")
	not is_null(sink)
}

sinks contains sink if {
	some r in tf.resources("aws_iot_topic_rule")
	sink := tf.dig(r.values, ["error_action", "sqs", "queue_url"])
	not is_null(sink)
}

sinks contains sink if {
	some type in ["aws_lambda_function", "aws_cloudwatch_event_target", "aws_scheduler_schedule"]
	some r in tf.resources(type)
	some path in [["dead_letter_config", "target_arn"], ["dead_letter_config", "arn"], ["target", "dead_letter_config", "arn"]]
	sink := tf.dig(r.values, path)
	not is_null(sink)
}

sinks contains sink if {
	some r in tf.resources("aws_lambda_function_event_invoke_config")
	sink := tf.dig(r.values, ["destination_config", "on_failure", "destination"])
	not is_null(sink)
}

sinks contains sink if {
	some r in tf.resources("aws_sns_topic_subscription")
	sink := tf.step(object.get(r.values, "redrive_policy", null), "deadLetterTargetArn")
	not is_null(sink)
}

# A stream that cannot be read on is passed over, and what was in it is told here.
sinks contains sink if {
	some r in tf.resources("aws_lambda_event_source_mapping")
	sink := tf.dig(r.values, ["destination_config", "on_failure", "destination_arn"])
	not is_null(sink)
}

sinks contains sink if {
	some r in tf.resources("aws_pipes_pipe")
	some stream in ["kinesis_stream_parameters", "dynamodb_stream_parameters"]
	sink := tf.dig(r.values, ["source_parameters", stream, "dead_letter_config", "arn"])
	not is_null(sink)
}
