# METADATA
# title: "Kafka brokers log somewhere"
# description: >-
#   Brokers log refused connections and lost authorisations; without a place to go these logs are gone with the
#   broker. CloudWatch Logs, Firehose or S3 will do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
#     description: "Logs of MSK"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/msk_cluster
#     description: "aws_msk_cluster"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_msk_cluster"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_80"]
#     trivy: ["AWS-0074"]
#     kics: ["2f56b7ab-7fba-4e93-82f0-247e5ddeb239"]
#     cdk_nag: ["AwsSolutions-MSK6"]
#     security_hub: []
#     regula: []
#   expected: >-
#     One of cloudwatch_logs, firehose and s3 in broker_logs is enabled.
#   fix:
#     terraform: >-
#       logging_info { broker_logs { cloudwatch_logs { enabled = true, log_group = ... } } }
#   since: "0.1.0"
package bulwark.rules.msk_logged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains result.absent(r, "logging_info.broker_logs") if {
	some r in tf.resources("aws_msk_cluster")
	not is_logged(r)
	count(hidden(r)) == 0
}

findings contains result.unknown(r, "logging_info.broker_logs", value) if {
	some r in tf.resources("aws_msk_cluster")
	not is_logged(r)
	some value in hidden(r)
}

is_logged(r) if {
	some value in switches(r)
	tf.is_true(value)
}

hidden(r) := [value |
	some value in switches(r)
	tf.is_unknown(value)
]

switches(r) := [tf.dig(r.values, ["logging_info", "broker_logs", place, "enabled"]) | some place in ["cloudwatch_logs", "firehose", "s3"]]
