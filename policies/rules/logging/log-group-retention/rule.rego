# METADATA
# title: "Logs are kept for a decided time, long enough to investigate"
# description: >-
#   Without retention_in_days, or with 0, CloudWatch Logs keeps events for ever: nobody decided, and personal data in
#   logs never ends. Below the baseline an intrusion found late can no longer be traced.
#   The class DELIVERY is exempt: its events stay for a day or two.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
#     description: "Log retention"
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_group
#     description: "aws_cloudwatch_log_group"
# custom:
#   severity: medium
#   domain: logging
#   resource_types: ["aws_cloudwatch_log_group"]
#   obligations: [OBL-CONS-5, OBL-DATA-12]
#   equivalents:
#     checkov: ["CKV_AWS_66", "CKV_AWS_338"]
#     trivy: []
#     kics: ["ef0b316a-211e-42f1-888e-64efe172b755"]
#     cdk_nag: []
#     security_hub: ["CloudWatch.16"]
#     regula: []
#   expected: >-
#     retention_in_days is at least the baseline (365) and not 0.
#   fix:
#     terraform: >-
#       retention_in_days = 365
#     construct: >-
#       SecureLogGroup, or logRetentionDays of IotBackend.
#   since: "0.1.0"
package bulwark.rules.log_group_retention

import data.bulwark.lib.judge
import data.bulwark.lib.result
import data.bulwark.lib.tf

findings contains fact if {
	some r in tf.resources("aws_cloudwatch_log_group")
	some fact in of_class(r, tf.step(r.values, "log_group_class"))
}

# Whatever is written: events stay in this class for one day, as AWS has it, and the provider sets two.
# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
of_class(r, class) := [result.not_applicable(r, "kept-for-delivery-only")] if {
	class == "DELIVERY"
} else := judged(r) if {
	not tf.is_unknown(class)
} else := [] if {
	count(judged(r)) == 0
} else := [result.unknown(r, "log_group_class", class)]

judged(r) := [result.fail(r, "retention_in_days", 0, "never-expires")] if {
	r.values.retention_in_days == 0
} else := judge.at_least(r, ["retention_in_days"], data.baseline.logging.retentionDays, null)
