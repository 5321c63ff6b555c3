# METADATA
# title: "Logs are kept for a decided time, long enough to investigate"
# description: >-
#   Without retention_in_days, or with 0, CloudWatch Logs keeps events for ever: nobody decided, and personal data in
#   logs never ends. Below the baseline an intrusion found late can no longer be traced.
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
	not is_endless(r)
	some fact in judge.at_least(r, ["retention_in_days"], data.baseline.logging.retentionDays, null)
}

findings contains result.fail(r, "retention_in_days", 0, "never-expires") if {
	some r in tf.resources("aws_cloudwatch_log_group")
	is_endless(r)
}

is_endless(r) if r.values.retention_in_days == 0
