# METADATA
# title: "Kafka brokers and connectors log somewhere"
# description: >-
#   Brokers log refused connections and lost authorisations, connectors what they could not read or pass on; without a
#   place to go these logs are gone with what wrote them. CloudWatch Logs, Firehose or S3 will do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
#     description: "Logs of MSK"
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html
#     description: "Logs of MSK Connect"
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-5
#     description: "MSK.5"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/msk_cluster
#     description: "aws_msk_cluster"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/mskconnect_connector
#     description: "aws_mskconnect_connector"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_msk_cluster", "aws_mskconnect_connector"]
#   obligations: [OBL-CONS-5]
#   equivalents:
#     checkov: ["CKV_AWS_80"]
#     trivy: ["AWS-0074"]
#     kics: ["2f56b7ab-7fba-4e93-82f0-247e5ddeb239"]
#     cdk_nag: ["AwsSolutions-MSK6"]
#     security_hub: ["MSK.5"]
#     regula: []
#   expected: >-
#     One of cloudwatch_logs, firehose and s3 in broker_logs (connectors: worker_log_delivery) is enabled.
#   fix:
#     terraform: >-
#       logging_info { broker_logs { cloudwatch_logs { enabled = true, log_group = ... } } }
#   since: "0.1.0"
package bulwark.rules.msk_logged

import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some type, path in logs
	some r in tf.resources(type)
	switches := [tf.step(tf.step(tf.dig(r.values, path), place), "enabled") | some place in ["cloudwatch_logs", "firehose", "s3"]]
	some fact in facts(r, concat(".", path), switches)
}

logs := {
	"aws_msk_cluster": ["logging_info", "broker_logs"],
	"aws_mskconnect_connector": ["log_delivery", "worker_log_delivery"],
}

facts(r, path, switches) := [] if {
	some switch in switches
	tf.is_true(switch)
} else := unclear if {
	unclear := [result.unknown(r, path, switch) | some switch in switches; tf.is_unknown(switch)]
	count(unclear) > 0
} else := [result.absent(r, path)]
