# METADATA
# title: "Events a function could not handle are kept"
# description: >-
#   AWS IoT rules, EventBridge, its scheduler, S3, SNS and CloudWatch, of its logs and alarms, invoke functions asynchronously: after two retries Lambda drops the event.
#   A dead letter target or an on-failure destination keeps it. Functions nothing in the input invokes that way
#   (hooks, authorizers, pollers) are not judged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
#     description: "Keeping records of failed asynchronous invocations"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function
#     description: "aws_lambda_function"
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html
#     description: "CloudWatch Logs invokes asynchronously"
# custom:
#   severity: medium
#   domain: resilience
#   resource_types: ["aws_lambda_function"]
#   obligations: [OBL-INC-3, OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_116"]
#     trivy: []
#     kics: ["720f44cf-285e-4b69-8f72-835e6bc1dceb"]
#     cdk_nag: []
#     security_hub: []
#     regula: []
#   expected: >-
#     dead_letter_config or an on_failure destination is set on functions invoked asynchronously.
#   fix:
#     terraform: >-
#       dead_letter_config { target_arn = aws_sqs_queue.NAME.arn }
#     construct: >-
#       NodeFunction brings its dead letter queue.
#   since: "0.1.0"
package bulwark.rules.lambda_dead_letters

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "dead_letter_config") if {
	some r in tf.resources("aws_lambda_function")
	is_async(r)
	not keeps_failures(r)
}

findings contains result.not_applicable(r, "not-invoked-asynchronously") if {
	some r in tf.resources("aws_lambda_function")
	not is_async(r)
}

findings contains result.unknown(r, "dead_letter_config", r.values.dead_letter_config) if {
	some r in tf.resources("aws_lambda_function")
	is_async(r)
	tf.is_unknown(r.values.dead_letter_config)
}

is_async(r) if invoked_async[r.address]

invoked_async := {r.address |
	some r in tf.resources("aws_lambda_function")
	count(tf.identifiers(r) & targets) > 0
}

targets := called | of_aliases

called := {target | some invoked in async; some target in tf.targets(invoked)}

# Who calls an alias calls its function.
of_aliases := {target |
	some alias in tf.resources("aws_lambda_alias")
	some address in [alias.address, tf.base_address(alias.address)]
	called[address]
	some target in tf.targets(object.get(alias.values, "function_name", null))
}

async contains invoked if {
	some rule in tf.resources("aws_iot_topic_rule")
	some block in array.concat(
		tf.list(object.get(rule.values, "lambda", null)),
		tf.list(tf.dig(rule.values, ["error_action", "lambda"])),
	)
	invoked := tf.step(block, "function_arn")
}

# https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
async contains invoked if {
	some r in tf.resources("aws_cloudwatch_metric_alarm")
	some attribute in ["alarm_actions", "ok_actions", "insufficient_data_actions"]
	some invoked in tf.list(object.get(r.values, attribute, null))
}

async contains invoked if {
	some type, attribute in {
		"aws_cloudwatch_event_target": "arn",
		"aws_sns_topic_subscription": "endpoint",
		"aws_cloudwatch_log_subscription_filter": "destination_arn",
	}
	some r in tf.resources(type)
	invoked := tf.step(r.values, attribute)
}

# https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html
async contains invoked if {
	some r in tf.resources("aws_scheduler_schedule")
	invoked := tf.dig(r.values, ["target", "arn"])
}

async contains invoked if {
	some r in tf.resources("aws_s3_bucket_notification")
	some block in tf.list(object.get(r.values, "lambda_function", null))
	invoked := tf.step(block, "lambda_function_arn")
}

keeps_failures(r) if not is_null(tf.step(r.values, "dead_letter_config"))

keeps_failures(r) if {
	some config in tf.resources("aws_lambda_function_event_invoke_config")
	tf.points_to(config.values.function_name, r)
	not is_null(tf.dig(config.values, ["destination_config", "on_failure"]))
}
